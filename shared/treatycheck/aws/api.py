"""The HTTP interface: one table of routes, for API Gateway and the local server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import ApiGatewayResolver

from treatycheck.aws.answers import Answers, Route
from treatycheck.aws.catalogue import page_of_treaties, relations, treaty_with_facts
from treatycheck.aws.observability import Observer
from treatycheck.aws.request import read_json, read_limit
from treatycheck.aws.schema import read_verify_request
from treatycheck.aws.settings import Limits
from treatycheck.errors import UnknownFact
from treatycheck.facts.store import FactStore
from treatycheck.mentions.entities import lexicon
from treatycheck.pipeline import verify
from treatycheck.render.facts import revision_to_dict
from treatycheck.render.report import report_to_dict

DEFAULT_PAGE = 100
LARGEST_PAGE = 500


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes need from outside; `store` and `today` are asked anew for each request."""

    store: Callable[[], FactStore]
    today: Callable[[], date]
    observer: Observer
    limits: Limits = field(default_factory=Limits)


def no_more(_answers: Answers) -> Sequence[Route]:
    return ()


def build_api(
    resolver: ApiGatewayResolver, service: Service, more: Callable[[Answers], Sequence[Route]] = no_more
) -> None:
    """Adds the routes, those of `more`, and the answers to errors to a Powertools resolver."""
    answers = Answers(resolver, service.observer, service.limits.answer_bytes)
    answers.add([*Routes(answers, service).table(), *more(answers)])


class Routes:
    """The handlers of the routes."""

    def __init__(self, answers: Answers, service: Service) -> None:
        self._answers = answers
        self._service = service

    def table(self) -> list[Route]:
        """Method, path and handler of each route."""
        return [
            ("POST", "/v1/verify", self.verify),
            ("GET", "/v1/treaties", self.treaties),
            ("GET", "/v1/treaties/<treaty_id>", self.treaty),
            ("GET", "/v1/facts/<treaty_id>/<name>", self.fact),
            ("GET", "/v1/facts/<treaty_id>/<name>/history", self.history),
            ("GET", "/v1/relations", self.relations),
            ("GET", "/v1/health", self.health),
        ]

    def verify(self) -> Response[str]:
        """`POST /v1/verify`: the report on a document."""
        body = read_json(self._answers.event(), self._service.limits.body_bytes)
        document = read_verify_request(body).to_document()
        report = verify(document, self._service.store(), self._service.today())
        answer = self._answers.answer(report_to_dict(report))
        self._service.observer.verified(report)
        return answer

    def treaties(self) -> Response[str]:
        """`GET /v1/treaties?q=&limit=&cursor=`: the treaties, page by page."""
        event = self._answers.event()
        query, cursor = (event.query_string_parameters.get(name) or "" for name in ("q", "cursor"))
        limit = read_limit(event, DEFAULT_PAGE, LARGEST_PAGE)
        return self._answers.answer(page_of_treaties(self._service.store(), query.strip(), cursor, limit))

    def treaty(self, treaty_id: str) -> Response[str]:
        """`GET /v1/treaties/{id}`: one treaty with its facts and their sources."""
        return self._answers.answer(treaty_with_facts(self._service.store(), treaty_id))

    def fact(self, treaty_id: str, name: str) -> Response[str]:
        """`GET /v1/facts/{treaty}/{name}`: a fact as it is now, with the version that If-Match takes as ETag."""
        fact_id = f"{treaty_id}/{name}"
        latest = self._service.store().history(fact_id)[0]
        if latest.fact is None:
            raise UnknownFact(f"the fact {fact_id} was removed; its history is kept")
        content = revision_to_dict(latest, lexicon().party_names)
        return self._answers.answer({"fact_id": fact_id, **content}, headers={"ETag": f'"{latest.version}"'})

    def history(self, treaty_id: str, name: str) -> Response[str]:
        """`GET /v1/facts/{treaty}/{name}/history`: all its states, the latest first."""
        fact_id = f"{treaty_id}/{name}"
        revisions = self._service.store().history(fact_id)
        names = lexicon().party_names
        return self._answers.answer(
            {"fact_id": fact_id, "versions": [revision_to_dict(revision, names) for revision in revisions]}
        )

    def relations(self) -> Response[str]:
        """`GET /v1/relations`: what can be claimed of a treaty."""
        return self._answers.answer(relations())

    def health(self) -> Response[str]:
        """`GET /v1/health`: whether the facts can be read, and which they are."""
        held = self._service.store().reference()
        reference = {"version": held.version, "treaties": held.treaties, "facts": held.facts}
        return self._answers.answer({"status": "ok", "reference": reference})
