"""The routes that take texts: verify, verify many, extract."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from treatycheck.aws.answers import Answers, Content, Route
from treatycheck.aws.ignore_lists import ids_on
from treatycheck.aws.negotiation import negotiated
from treatycheck.aws.problem import OutOfTime, TextTakesTooLong, UnknownIgnoreList, problem_body
from treatycheck.aws.request import key_of_caller, read_json
from treatycheck.aws.schema import VerifyRequest, read_document_request, read_item, read_items
from treatycheck.aws.service import Service
from treatycheck.errors import TextTooLarge, TreatycheckError
from treatycheck.model import Label, Report
from treatycheck.render.report import extraction_to_dict, report_to_dict

# the ids on the stored list of a name, none for None
Listed = Callable[[str | None], frozenset[str]]


class Verifying:
    """The handlers."""

    def __init__(self, answers: Answers, service: Service) -> None:
        self._answers = answers
        self._service = service

    def table(self) -> list[Route]:
        """Method, path and handler of each route."""
        return [
            ("POST", "/v1/verify", self.verify),
            ("POST", "/v1/verify/batch", self.batch),
            ("POST", "/v1/extract", self.extract),
        ]

    def verify(self) -> Response[str]:
        """`POST /v1/verify`: the report on a document, in the format that the client likes best."""
        chosen = negotiated(self._answers.event().headers.get("accept") or "")
        report = self.report_on(read_document_request(self._body()), self._listed)
        answer = self._answers.text(chosen.render(report), chosen.content_type, headers={"Vary": "Accept, Origin"})
        self._service.observer.verified(report)
        return answer

    def extract(self) -> Response[str]:
        """`POST /v1/extract`: the claims of a document without verdicts."""
        report = self.report_on(read_document_request(self._body()), self._listed)
        return self._answers.answer(extraction_to_dict(report))

    def batch(self) -> Response[str]:
        """`POST /v1/verify/batch`: an answer for each of many documents, in their order."""
        body = self._body()
        sent = read_items(body)
        shared = {name: value for name, value in body.items() if name != "items"}
        items = list(self._answered(sent, shared))
        return self._answers.answer({"summary": summary_of(items), "items": items})

    def report_on(self, request: VerifyRequest, listed: Listed, since: float | None = None) -> Report:
        """The report on what was sent, less what it does not want to see. Raises what `Service.report` raises."""
        ignored = frozenset(request.ignore) | listed(request.ignore_list)
        return self._service.report(request.to_document(), since).without(ignored)

    def _report_in_time(self, item: VerifyRequest, listed: Listed, begun: float) -> Report:
        """The report on a document of a batch that was begun then. Raises OutOfTime and what `report_on` raises."""
        if self._service.clock() > begun + self._service.limits.batch_seconds:
            raise OutOfTime("the batch took too long; send this one again")
        try:
            return self.report_on(item, listed, begun)
        except TextTakesTooLong:
            raise OutOfTime("the batch took too long; send this one again, by itself") from None

    def _listed(self, name: str | None) -> frozenset[str]:
        """The claims on a stored list of the caller. Raises UnknownIgnoreList, StoreUnavailable."""
        if not name:
            return frozenset()
        listed = ids_on(self._service.lists(), key_of_caller(self._answers.event()), name)
        if listed is None:
            raise UnknownIgnoreList("the API key has no such list", pointer="/ignore_list")
        return listed

    def _body(self) -> Any:
        return read_json(self._answers.event(), self._service.limits.body_bytes)

    def _answered(self, items: Sequence[Any], shared: Content) -> Iterator[Content]:
        """The answers; what is not reached in time gets an error of its own. Raises TextTooLarge."""
        # a list that many of them name is read once
        listed = cache(self._listed)
        begun, most, claims = self._service.clock(), self._service.limits.claims, 0
        for index, item in enumerate(items):
            instance = f"{self._answers.event().path}#/items/{index}"
            answered = self._item(item, shared, instance, listed, begun)
            claims += len(answered["response"]["claims"]) if "response" in answered else 0
            if claims > most:
                raise TextTooLarge(f"the texts make more than {most:,} claims", limit=most, unit="claims")
            yield answered

    def _item(self, sent: Any, shared: Content, instance: str, listed: Listed, begun: float) -> Content:
        identifier = sent.get("id") if isinstance(sent, dict) else None
        shown = identifier if isinstance(identifier, str | int) and not isinstance(identifier, bool) else None
        try:
            item = read_item(with_defaults(sent, shared))
            report = self._report_in_time(item, listed, begun)
            self._service.observer.verified(report)
            return {"id": shown, "response": report_to_dict(report)}
        except TreatycheckError as error:
            self._service.observer.refused(error)
            return {"id": shown, "error": problem_body(error, instance)}
        except Exception as error:  # one document must not end the batch
            self._service.observer.failed(error)
            return {"id": shown, "error": problem_body(TreatycheckError(""), instance)}


def with_defaults(sent: Any, shared: Content) -> Any:
    """An item with what the batch says for all of them, where it says nothing itself; ids to ignore are joined."""
    if not isinstance(sent, dict):
        return sent
    own = sent.get("ignore", [])
    ignore = [*shared.get("ignore", ()), *own] if isinstance(own, list) else own
    return {**shared, **sent, "ignore": ignore}


def summary_of(items: list[Content]) -> dict[str, int]:
    """Counts over all items."""
    answered = [item["response"]["summary"] for item in items if "response" in item]
    keys = ("claims", *(label.value for label in Label), "ignored")
    counts = {key: sum(summary.get(key, 0) for summary in answered) for key in keys}
    return {"items": len(items), "errors": len(items) - len(answered)} | counts
