"""The reference data as the routes give it: pages of treaties, one treaty with its facts, the relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from treatycheck.facts.lines import fact_to_line
from treatycheck.facts.store import FactStore
from treatycheck.linking.treaty_names import names_of
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Fact, Treaty
from treatycheck.relations import Relation, load_relations
from treatycheck.render.facts import timeline

Answer = dict[str, Any]


def page_of_treaties(store: FactStore, query: str, cursor: str, limit: int) -> Answer:
    """Up to `limit` treaties by id behind the id `cursor`, of those that match; `next_cursor` leads on."""
    matching = _matching(store, query) if query else list(store.treaties())
    behind = behind_cursor(matching, cursor, ranked=bool(query))
    page = behind[:limit]
    return {
        "reference": {"version": store.reference().version},
        "total": len(matching),
        "treaties": [brief(treaty) for treaty in page],
        "next_cursor": page[-1].id if len(behind) > limit else None,
    }


def _matching(store: FactStore, query: str) -> list[Treaty]:
    """The treaties that a query may mean. Only a search needs rapidfuzz, which is slow to import."""
    from treatycheck.linking.search import found_treaties

    return found_treaties(names_of(store), query)


def behind_cursor(treaties: list[Treaty], cursor: str, ranked: bool) -> list[Treaty]:
    """Those behind the one that the cursor names: by id, or where they are ranked, by place."""
    if not ranked:
        return [treaty for treaty in treaties if treaty.id > cursor]
    place = next((place for place, treaty in enumerate(treaties) if treaty.id == cursor), len(treaties))
    return treaties[place + 1 :] if cursor else treaties


def brief(treaty: Treaty) -> Answer:
    return {"id": treaty.id, "name": treaty.name, "year": treaty.year, "kind": treaty.kind}


def treaty_with_facts(store: FactStore, treaty_id: str) -> Answer:
    """A treaty, its names and its facts. Raises UnknownTreaty, StoreUnavailable."""
    treaty = store.treaty(treaty_id)
    facts, party_names = store.facts([treaty_id])[treaty_id], lexicon().party_names
    return brief(treaty) | {
        "official_title": treaty.official_title,
        "subject": treaty.subject,
        "names": list(treaty.names),
        "acronyms": list(treaty.acronyms),
        "shared_names": list(treaty.shared_names),
        "other_names": by_language(treaty.other_names),
        "siblings": list(treaty.siblings),
        "facts": [fact_to_line(fact, party_names) for fact in facts],
        "timeline": timeline(facts, treaty.name, party_names),
        "reference": {"version": store.reference().version},
    }


def coverage(store: FactStore) -> Answer:
    """How much is known: in all, of each relation, and of each treaty. Reads all facts. Raises StoreUnavailable."""
    treaties = store.treaties()
    facts = store.facts([treaty.id for treaty in treaties])
    by_relation = Counter(fact.relation for known in facts.values() for fact in known)
    return {
        "reference": reference_of(store),
        "relations": {relation.id: by_relation[relation.id] for relation in load_relations()},
        "treaties": [brief(treaty) | covered(facts[treaty.id]) for treaty in treaties],
    }


def reference_of(store: FactStore) -> Answer:
    """Which facts are held, and how many. Raises StoreUnavailable."""
    held = store.reference()
    return {"version": held.version, "treaties": held.treaties, "facts": held.facts}


def covered(facts: Sequence[Fact]) -> Answer:
    """The counts of one treaty's facts, and of the pages that they rest on."""
    by_relation = Counter(fact.relation for fact in facts)
    return {
        "facts": len(facts),
        "relations": dict(sorted(by_relation.items())),
        "sources": len({source.url for fact in facts for source in fact.sources}),
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
