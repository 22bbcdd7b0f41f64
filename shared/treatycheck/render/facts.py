"""Reference facts for people and for export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from treatycheck.facts.lines import fact_to_line, value_as_text
from treatycheck.facts.store import Revision
from treatycheck.judging.wording import statement_of
from treatycheck.model import Fact, Treaty
from treatycheck.render.visible import one_line
from treatycheck.values.edtf import bounds


def revision_to_dict(revision: Revision, party_names: Mapping[str, str]) -> dict[str, Any]:
    """A state of a fact: its version, who made it when and why, and the fact, null where it was removed."""
    return {
        "version": revision.version,
        "by": revision.stamp.by,
        "at": revision.stamp.at or None,
        "reason": revision.stamp.reason,
        "fact": None if revision.fact is None else fact_to_line(revision.fact, party_names),
    }


def timeline(facts: Sequence[Fact], treaty_name: str, party_names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The dated facts of a treaty as events in their order, each with a sentence that states it."""
    dated = [(value, fact) for fact in facts for value in fact.values if bounds(value)]
    dated.sort(key=lambda event: (bounds(event[0]), event[1].fact_id))
    return [
        {
            "date": value,
            "relation": fact.relation,
            "party": party_names.get(fact.party, fact.party) if fact.party else None,
            "statement": statement_of(fact, treaty_name),
            "status": fact.status.value,
            "fact_id": fact.fact_id,
        }
        for value, fact in dated
        if not fact.negated
    ]


def render_treaty(treaty: Treaty, facts: Sequence[Fact], party_names: Mapping[str, str]) -> str:
    """A treaty's names and facts with their sources."""
    names = [name for name in (*treaty.names, *treaty.acronyms, *treaty.shared_names) if name != treaty.name]
    lines = [f"{treaty.name} ({treaty.id})", f"  {treaty.official_title}", f"  {treaty.kind}, {treaty.year}"]
    if names:
        lines.append("  also: " + "; ".join(names))
    return (
        "\n".join([*map(_kept_indent, lines), "", *(line for fact in facts for line in _fact(fact, party_names))])
        + "\n"
    )


def render_history(fact_id: str, revisions: Sequence[Revision], party_names: Mapping[str, str]) -> str:
    """The states of a fact, the latest first, each with who made it, when and why."""
    lines = [fact_id]
    for revision in revisions:
        stamp = revision.stamp
        when = f", {stamp.at}" if stamp.at else ""
        lines += ["", one_line(f"version {revision.version}: {stamp.by}{when}: {stamp.reason}")]
        lines += ["removed"] if revision.fact is None else _fact(revision.fact, party_names)
    return "\n".join(lines) + "\n"


def _kept_indent(line: str) -> str:
    return "  " * line.startswith("  ") + one_line(line)


def _fact(fact: Fact, party_names: Mapping[str, str]) -> Iterator[str]:
    party = party_names.get(fact.party, fact.party) if fact.party else None
    parts = [fact.relation, party, fact.stage, fact.item]
    subject = " · ".join(part for part in parts if part)
    details = "; ".join(_details(fact))
    value = ("not " if fact.negated else "") + value_as_text(fact, party_names)
    yield one_line(f"{subject}: {value}" + (f" ({details})" if details else ""))
    for citation in fact.sources:
        yield "    " + one_line(f"{citation.publisher}, {citation.title}, {citation.url}")


def _details(fact: Fact) -> Iterator[str]:
    if fact.status != "current":
        yield fact.status.value
    for word, day in (("as of", fact.as_of), ("from", fact.valid_from), ("until", fact.valid_until)):
        if day:
            yield f"{word} {day}"
    if fact.note:
        yield fact.note
