"""What whole lists tell of one state: a depositary's of a state that it does not name, the signers' of a signer."""

from __future__ import annotations

from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.judging.case import Case
from treatycheck.judging.parties import kin, same_party
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Fact
from treatycheck.values.edtf import bounds

# a list of so many parties is taken for whole
WHOLE_LIST = 20
_LISTED = frozenset({"signed", "ratified", "acceded"})
# what is known of a state by other ways than the list
_TRACES = {
    "party": ("ratified", "acceded", "party", "withdrew", "suspended"),
    "signatory": ("signed", "signatory", "between"),
}
# whose standing lists tell in other ways
_APART = frozenset({"EU", "UN", "TW", "PS", "XK", "VA", "HK", "DE", "SU", "YU", "CS"})


def absence(case: Case, party: str, relation: str) -> Fact | None:
    """That a state is no party, or no signatory, since the treaty's whole list does not name it; None if not so."""
    newest = case.facts.once(_newest_listed)
    if newest is None or not _is_state(party) or not case.facts.once(_traced, relation).isdisjoint(kin(party)):
        return None
    return Fact(
        fact_id=f"{case.treaty.id}/status-absent-{party.lower()}",
        treaty=case.treaty.id,
        relation=relation,
        values=("no",),
        sources=newest.sources,
        party=party,
        as_of=newest.as_of,
    )


def _newest_listed(facts: TreatyFacts) -> Fact | None:
    """A fact from the newest of a treaty's lists, where they are whole."""
    listed = [fact for fact in facts if fact.as_of and fact.party and fact.relation in _LISTED]
    return max(listed, key=lambda fact: fact.as_of or "") if len(listed) >= WHOLE_LIST else None


def _traced(facts: TreatyFacts, relation: str) -> frozenset[str]:
    """All of which anything is known that bears on whether they are parties or signatories."""
    known = facts.of(*_TRACES[relation])
    return frozenset(item for fact in known for item in (fact.party, *fact.values) if item)


def founding(case: Case, party: str) -> Fact | None:
    """The whole list of signers that names a state, where as many became parties as signed; None if not so."""
    begun = (limits for fact in case.of("entered_into_force") if (limits := bounds(fact.value)))
    if not any(limits.earliest <= case.as_of for limits in begun):
        return None
    if case.of_party(party, "withdrew", "suspended"):
        return None
    counted = {fact.value for fact in case.of("party_count")}
    for fact in case.of("between"):
        if fact.complete and str(len(fact.values)) in counted and any(same_party(v, party) for v in fact.values):
            return fact
    return None


def _is_state(party: str) -> bool:
    successors = lexicon().successors
    return len(party) == 2 and party.isupper() and party not in _APART and party not in successors


def covers(fact: Fact, day: str) -> bool:
    """Whether the list that does not name a state was made on or after a day (EDTF)."""
    made, said = bounds(fact.as_of or ""), bounds(day)
    return made is not None and said is not None and said.latest <= made.latest
