"""How much the reference data hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import mean

from treatycheck.facts.store import FactStore
from treatycheck.model import FactStatus

_PUBLISHERS = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of treaties, facts, names and sources; shares are of all facts."""

    version: str
    treaties: int
    facts: int
    mean_facts: float
    least_facts: int
    by_relation: dict[str, int]
    by_status: dict[str, int]
    names: int
    acronyms: int
    shared_names: int
    other_names: dict[str, int]
    sources: int
    sourced_share: float
    doubly_sourced_share: float
    publishers: dict[str, int]


def figures_of(store: FactStore) -> Figures:
    """The figures of a store. Raises StoreUnavailable."""
    treaties = store.treaties()
    facts_by_treaty = store.facts([treaty.id for treaty in treaties])
    facts = [fact for held in facts_by_treaty.values() for fact in held]
    counts = [len(held) for held in facts_by_treaty.values()]
    languages = Counter(language for treaty in treaties for language, _ in treaty.other_names)
    publishers = Counter(citation.publisher for fact in facts for citation in fact.sources)
    return Figures(
        version=store.reference().version,
        treaties=len(treaties),
        facts=len(facts),
        mean_facts=round(mean(counts), 1) if counts else 0.0,
        least_facts=min(counts, default=0),
        by_relation=dict(Counter(fact.relation for fact in facts).most_common()),
        by_status={status.value: sum(fact.status is status for fact in facts) for status in FactStatus},
        names=sum(len({treaty.name, treaty.official_title, *treaty.names}) for treaty in treaties),
        acronyms=sum(len(treaty.acronyms) for treaty in treaties),
        shared_names=sum(len(treaty.shared_names) for treaty in treaties),
        other_names=dict(languages.most_common()),
        sources=len({citation.url for fact in facts for citation in fact.sources}),
        sourced_share=share(sum(bool(fact.sources) for fact in facts), len(facts)),
        doubly_sourced_share=share(sum(len(fact.sources) > 1 for fact in facts), len(facts)),
        publishers=dict(publishers.most_common(_PUBLISHERS)),
    )


def share(part: int, whole: int) -> float:
    """A share to three places; of nothing, nothing."""
    return round(part / whole, 3) if whole else 0.0
