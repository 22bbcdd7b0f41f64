"""The routes that change the reference data, for callers whom IAM lets in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.event_handler import Response
from pydantic import Field

from treatycheck.aws.answers import Answers, Route
from treatycheck.aws.editor import Editor
from treatycheck.aws.preconditions import etag, read_precondition
from treatycheck.aws.problem import FieldError, InvalidRequest
from treatycheck.aws.request import ProxyEvent, is_name, read_json
from treatycheck.aws.submissions import Model, validated
from treatycheck.facts.store import Stamp
from treatycheck.mentions.entities import lexicon
from treatycheck.reference.submission import FactSubmission, TreatySubmission
from treatycheck.render.facts import revision_to_dict

_BODY_BYTES = 256 * 1024
_MOST_REASON = 500
LOCAL_CALLER = "local"


class FactRequest(FactSubmission):
    """The body of `PUT /v1/facts/{id}`."""

    reason: str = Field(min_length=1, max_length=_MOST_REASON)


class TreatyRequest(TreatySubmission):
    """The body of `POST /v1/treaties`."""

    reason: str = Field(min_length=1, max_length=_MOST_REASON)


class Administration:
    """The handlers; `editor` and `now` (ISO 8601) are asked anew for each request."""

    def __init__(self, answers: Answers, editor: Callable[[], Editor], now: Callable[[], str]) -> None:
        self._answers = answers
        self._editor = editor
        self._now = now

    def table(self) -> list[Route]:
        """Method, path and handler of each route."""
        return [
            ("PUT", "/v1/facts/<treaty_id>/<name>", self.put_fact),
            ("DELETE", "/v1/facts/<treaty_id>/<name>", self.delete_fact),
            ("POST", "/v1/treaties", self.post_treaty),
        ]

    def put_fact(self, treaty_id: str, name: str) -> Response[str]:
        """`PUT /v1/facts/{treaty}/{name}`: makes a fact, or replaces the version that If-Match names."""
        event = self._answers.event()
        fact_id = checked_id(treaty_id, name)
        request = read_body(event, FactRequest)
        stamp = Stamp(caller_of(event), self._now(), request.reason)
        revision = self._editor().put_fact(request.to_fact(treaty_id, name), read_precondition(event), stamp)
        status = 201 if revision.version == 1 else 200
        content = {"fact_id": fact_id, **revision_to_dict(revision, lexicon().party_names)}
        return self._answers.answer(content, status, {"ETag": etag(revision.version)})

    def delete_fact(self, treaty_id: str, name: str) -> Response[str]:
        """`DELETE /v1/facts/{treaty}/{name}?reason=`: removes the version that If-Match names."""
        event = self._answers.event()
        fact_id = checked_id(treaty_id, name)
        reason = (event.query_string_parameters.get("reason") or "").strip()
        if not 1 <= len(reason) <= _MOST_REASON:
            raise InvalidRequest([FieldError("/reason", f"is required, with at most {_MOST_REASON} characters")])
        stamp = Stamp(caller_of(event), self._now(), reason)
        revision = self._editor().delete_fact(fact_id, read_precondition(event), stamp)
        return self._answers.answer({"fact_id": fact_id, **revision_to_dict(revision, lexicon().party_names)})

    def post_treaty(self) -> Response[str]:
        """`POST /v1/treaties`: adds a treaty with its first facts."""
        event = self._answers.event()
        request = read_body(event, TreatyRequest)
        stamp = Stamp(caller_of(event), self._now(), request.reason)
        self._editor().post_treaty(request.to_treaty(), request.to_facts(), stamp)
        content = {"id": request.id, "facts": [f"{request.id}/{fact.id}" for fact in request.facts]}
        return self._answers.answer(content, 201, {"Location": f"/v1/treaties/{request.id}"})


def read_body(event: ProxyEvent, model: type[Model]) -> Model:
    """The body as this model. Raises InvalidRequest and what `read_json` raises."""
    return validated(model, read_json(event, _BODY_BYTES))


def checked_id(treaty_id: str, name: str) -> str:
    """The id of a fact. Raises InvalidRequest."""
    for part in (treaty_id, name):
        if not is_name(part):
            raise InvalidRequest([FieldError("", "is no id of a fact: words in lower case joined by hyphens")])
    return f"{treaty_id}/{name}"


def caller_of(event: Any) -> str:
    """Whom IAM let in, by ARN; on this machine there is nobody else."""
    context = event.raw_event.get("requestContext") or {}
    identity = context.get("identity") or {}
    arn = identity.get("userArn")
    return arn if isinstance(arn, str) and arn else LOCAL_CALLER
