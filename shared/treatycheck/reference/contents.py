"""What people wrote, checked, as the model's values."""

from __future__ import annotations

from collections.abc import Iterable

from treatycheck.model import Citation, Fact, FactStatus, Treaty
from treatycheck.reference.schema import FactContent, SourceEntry, TreatyContent


def fact_from_content(content: FactContent, fact_id: str, sources: Iterable[SourceEntry]) -> Fact:
    """The fact of this id, by these sources."""
    return Fact(
        fact_id=fact_id,
        treaty=fact_id.partition("/")[0],
        relation=content.relation,
        values=content.values,
        sources=tuple(Citation(entry.publisher, entry.title, str(entry.url)) for entry in sources),
        party=content.party,
        stage=content.stage,
        item=content.item,
        as_of=content.as_of,
        valid_from=content.valid_from,
        valid_until=content.valid_until,
        aliases=tuple(content.aliases),
        complete=content.complete,
        negated=content.negated,
        status=FactStatus(content.status),
        note=content.note,
    )


def treaty_from_content(content: TreatyContent) -> Treaty:
    """The model's treaty of what people wrote."""
    languages = sorted(content.other_names.items())
    return Treaty(
        id=content.id,
        name=content.name,
        official_title=content.official_title,
        kind=content.kind,
        subject=content.subject,
        year=content.year,
        names=tuple(content.names),
        acronyms=tuple(content.acronyms),
        shared_names=tuple(content.shared_names),
        context=tuple(content.context),
        siblings=tuple(content.siblings),
        other_names=tuple((language, name) for language, names in languages for name in names),
    )
