"""The routes that read the reference data."""

from __future__ import annotations

from aws_lambda_powertools.event_handler import Response

from treatycheck.aws.answers import ASKED_EACH_TIME, Answers, Content, Route
from treatycheck.aws.catalogue import coverage, page_of_treaties, reference_of, relations, treaty_with_facts
from treatycheck.aws.preconditions import etag
from treatycheck.aws.release import engine_version
from treatycheck.aws.request import read_limit
from treatycheck.aws.service import Service
from treatycheck.errors import UnknownFact
from treatycheck.facts.store import Revision
from treatycheck.mentions.entities import lexicon
from treatycheck.render.facts import revision_to_dict

DEFAULT_PAGE = 100
LARGEST_PAGE = 500


class Reading:
    """The handlers. Each answer has an ETag; who holds it already is told so with 304."""

    def __init__(self, answers: Answers, service: Service) -> None:
        self._answers = answers
        self._service = service

    def table(self) -> list[Route]:
        """Method, path and handler of each route."""
        return [
            ("GET", "/v1/treaties", self.treaties),
            ("GET", "/v1/treaties/<treaty_id>", self.treaty),
            ("GET", "/v1/facts/<treaty_id>/<name>", self.fact),
            ("GET", "/v1/facts/<treaty_id>/<name>/history", self.history),
            ("GET", "/v1/relations", self.relations),
            ("GET", "/v1/coverage", self.coverage),
            ("GET", "/v1/health", self.health),
        ]

    def treaties(self) -> Response[str]:
        """`GET /v1/treaties?q=&limit=&cursor=`: the treaties, page by page; with `q` the likest first."""
        event = self._answers.event()
        query, cursor = (event.query_string_parameters.get(name) or "" for name in ("q", "cursor"))
        limit = read_limit(event, DEFAULT_PAGE, LARGEST_PAGE)
        return self._answers.read(lambda: page_of_treaties(self._service.store(), query.strip(), cursor, limit))

    def treaty(self, treaty_id: str) -> Response[str]:
        """`GET /v1/treaties/{id}`: one treaty with its facts, their sources, and its timeline."""
        return self._answers.read(lambda: treaty_with_facts(self._service.store(), treaty_id))

    def fact(self, treaty_id: str, name: str) -> Response[str]:
        """`GET /v1/facts/{treaty}/{name}`: a fact as it is now, with the version that If-Match takes as ETag."""
        fact_id = f"{treaty_id}/{name}"
        latest = self._service.store().history(fact_id)[0]
        if latest.fact is None:
            raise UnknownFact(f"the fact {fact_id} was removed; its history is kept")
        content = {"fact_id": fact_id, **revision_to_dict(latest, lexicon().party_names)}
        return self._answers.read(lambda: content, version_tag(latest), ASKED_EACH_TIME)

    def history(self, treaty_id: str, name: str) -> Response[str]:
        """`GET /v1/facts/{treaty}/{name}/history`: all its states, the latest first."""
        return self._answers.read(lambda: self._states(f"{treaty_id}/{name}"), caching=ASKED_EACH_TIME)

    def relations(self) -> Response[str]:
        """`GET /v1/relations`: what can be claimed of a treaty."""
        return self._answers.read(relations)

    def coverage(self) -> Response[str]:
        """`GET /v1/coverage`: how much is known of what. Counting reads all facts, so a client that has it is told."""
        store = self._service.store()
        return self._answers.read(lambda: coverage(store), f'W/"{store.reference().version}.{engine_version()}"')

    def health(self) -> Response[str]:
        """`GET /v1/health`: whether the facts can be read, and which they are."""
        reference = reference_of(self._service.store())
        return self._answers.read(lambda: {"status": "ok", "reference": reference}, caching=ASKED_EACH_TIME)

    def _states(self, fact_id: str) -> Content:
        revisions = self._service.store().history(fact_id)
        names = lexicon().party_names
        return {"fact_id": fact_id, "versions": [revision_to_dict(revision, names) for revision in revisions]}


def version_tag(revision: Revision) -> str | None:
    """The strong tag of a fact's version; of a packaged one, which has no versions, none."""
    return etag(revision.version) if revision.stamp.at else None
