"""All checks, of one treaty and of all together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from treatycheck.model import Fact, Treaty
from treatycheck.reference.checks.contradictions import check_contradictions
from treatycheck.reference.checks.names import check_names
from treatycheck.reference.checks.order import check_order
from treatycheck.reference.checks.problem import Problem
from treatycheck.reference.checks.single_facts import check_fact
from treatycheck.reference.relation_kinds import DATE_RELATIONS

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def check_treaty(treaty: Treaty, facts: Sequence[Fact], parties: Collection[str]) -> Iterator[Problem]:
    """The problems of a treaty and its facts; `parties` are the ids that are known."""
    if not _ID.fullmatch(treaty.id):
        yield Problem(treaty.id, "id", (), "an id is words in lower case joined by hyphens")
    if not any(name.strip() for name in treaty.names):
        yield Problem(treaty.id, "names", (), "has no name")
    if not any(fact.relation in DATE_RELATIONS for fact in facts):
        yield Problem(treaty.id, "dates", (), "has no fact with a date")
    yield from check_facts(facts, parties)


def check_facts(facts: Sequence[Fact], parties: Collection[str]) -> Iterator[Problem]:
    """The problems of one treaty's facts."""
    for fact in facts:
        yield from check_fact(fact, parties)
    yield from check_order(facts)
    yield from check_contradictions(facts)


def check_all(
    treaties: Sequence[Treaty], facts: Mapping[str, Sequence[Fact]], parties: Collection[str]
) -> list[Problem]:
    """The problems of all treaties, by treaty."""
    problems = [problem for treaty in treaties for problem in check_treaty(treaty, facts.get(treaty.id, ()), parties)]
    return sorted({*problems, *check_names(treaties)})
