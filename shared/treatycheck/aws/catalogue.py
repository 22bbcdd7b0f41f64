"""The reference data as the routes give it: pages of treaties, one treaty with its facts, the relations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from treatycheck.facts.lines import fact_to_line
from treatycheck.facts.store import FactStore
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Treaty
from treatycheck.relations import Relation, load_relations

Answer = dict[str, Any]


def page_of_treaties(store: FactStore, query: str, cursor: str, limit: int) -> Answer:
    """Up to `limit` treaties by id behind the id `cursor`, of those that match; `next_cursor` leads on."""
    matching = [treaty for treaty in store.treaties() if matches(treaty, query)]
    behind = [treaty for treaty in matching if treaty.id > cursor]
    page = behind[:limit]
    return {
        "reference": {"version": store.reference().version},
        "total": len(matching),
        "treaties": [brief(treaty) for treaty in page],
        "next_cursor": page[-1].id if len(behind) > limit else None,
    }


def matches(treaty: Treaty, query: str) -> bool:
    """Whether the treaty's id or one of its names holds the words of the query, in any capitals."""
    names = (treaty.id, treaty.name, treaty.official_title, *treaty.names, *treaty.acronyms, *treaty.shared_names)
    return not query or any(query.casefold() in name.casefold() for name in names)


def brief(treaty: Treaty) -> Answer:
    return {"id": treaty.id, "name": treaty.name, "year": treaty.year, "kind": treaty.kind}


def treaty_with_facts(store: FactStore, treaty_id: str) -> Answer:
    """A treaty, its names and its facts. Raises UnknownTreaty, StoreUnavailable."""
    treaty = store.treaty(treaty_id)
    return brief(treaty) | {
        "official_title": treaty.official_title,
        "subject": treaty.subject,
        "names": list(treaty.names),
        "acronyms": list(treaty.acronyms),
        "shared_names": list(treaty.shared_names),
        "other_names": by_language(treaty.other_names),
        "siblings": list(treaty.siblings),
        "facts": [fact_to_line(fact, lexicon().party_names) for fact in store.facts([treaty_id])[treaty_id]],
        "reference": {"version": store.reference().version},
    }


def by_language(names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Names grouped by the code of their language."""
    grouped: dict[str, list[str]] = {}
    for language, name in names:
        grouped.setdefault(language, []).append(name)
    return grouped


def relations() -> Answer:
    """The relations that claims may have."""
    return {"relations": [relation_to_dict(relation) for relation in load_relations()]}


def relation_to_dict(relation: Relation) -> Answer:
    return {
        "id": relation.id,
        "description": relation.description,
        "value": relation.value,
        "statement": relation.statement,
    }
