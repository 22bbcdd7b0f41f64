"""Judges between whom a treaty is, where it was signed, who keeps it, and what it replaced."""

from __future__ import annotations

from collections.abc import Collection

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.parties import party_name, person_party, same_party
from treatycheck.mentions.entities import lexicon
from treatycheck.mentions.meaning import meaning
from treatycheck.model import DIVISION, DRAFT, Fact, Reason
from treatycheck.text.likeness import same_place

# so many places of a list that are right tell that another one is wrong
_MOST_OF_LIST = 2
_PAIR = 2
# where a treaty was worked out need not be where it was signed
_CREATED = "signed_in/created"
_BUILDINGS = frozenset({"Palace", "House", "Castle", "Hotel", "H\u00f4tel"})


def wrong_parties(fact: Fact) -> Finding:
    """A whole list of parties against others that are named."""
    names = [lexicon().party_names.get(value, value) for value in fact.values]
    return Finding(False, Reason.VALUE_DIFFERS, (fact,), " and ".join(names), confidence=0.88)


def judge_between(case: Case) -> Finding:
    """Whether all that are named are parties of the treaty."""
    claimed = [name for name in case.claim.value.normalized.split("; ") if name]
    facts = case.of("between")
    if case.claim.tentative and len(claimed) == 1 and case.treaty.kind != "bilateral":
        return NO_FACT
    members = [(fact, value) for fact in facts for value in fact.values]
    members += [(fact, fact.party) for fact in case.of("party", "signatory") if fact.party and fact.value == "yes"]
    for name in claimed:
        party = name if name in lexicon().party_names else person_party(name)
        if any(same_party(value, party) or value == name for _, value in members):
            continue
        complete = whole_list(case, claimed)
        if case.claim.stage == DIVISION and not (party and _is_share_of_other(case, claimed, party)):
            return NO_FACT
        return wrong_parties(complete) if complete and party else NO_FACT
    return matches(tuple(fact for fact, _ in members[:1]), 0.93) if members else NO_FACT


def whole_list(case: Case, claimed: Collection[str]) -> Fact | None:
    """The fact that names all parties; of a treaty of two it does, where one of those claimed is right.

    Another treaty of the same name may be between others.
    """
    for fact in case.of("between"):
        pair = case.treaty.kind == "bilateral" and len(fact.values) == _PAIR
        if fact.complete or (pair and any(same_party(value, party) for value in fact.values for party in claimed)):
            return fact
    return None


def _is_share_of_other(case: Case, claimed: list[str], party: str) -> bool:
    """Whether a treaty divides something between its two parties, one is named, and no fact tells of the third."""
    parties = [value for fact in case.of("between") for value in fact.values]
    named = sum(any(same_party(value, other) for value in parties) for other in claimed)
    told = [meaning(fact.value) for fact in case.of("prohibits")]
    shares = meaning("divides").union(*(meaning(party_name(value)) for value in parties))
    divides = any(shares <= words for words in told)
    third = meaning(party_name(party)) & frozenset().union(*told)
    return divides and len(parties) == len(claimed) == _PAIR and named == 1 and not third


def judge_place(case: Case) -> Finding:
    """The place of signature or adoption, also as its country or as a palace in it; each of several."""
    claimed = case.claim.value
    facts = case.of("signed_in")
    names = claimed.normalized.split("; ")
    findings = [_one_place(facts, name, claimed.text if len(names) == 1 else name) for name in names]
    right = [finding for finding in findings if finding is not None]
    if len(names) == 1 and (building := _other_building(facts, names[0])):
        return building
    if right and len(right) == len(names):
        return min(right, key=lambda finding: finding.confidence)
    alone = case.claim.party is not None and case.treaty.kind != "bilateral"
    created = case.claim.rule == _CREATED or case.claim.stage == DRAFT
    if not facts or alone or created or 0 < len(right) < _MOST_OF_LIST:
        return NO_FACT
    return Finding(False, Reason.VALUE_DIFFERS, (facts[0],), facts[0].value, confidence=0.9)


def _other_building(facts: tuple[Fact, ...], name: str) -> Finding | None:
    """ "in Schönbrunn Palace" where it was at the Belvedere: another palace or house of the city where it was."""
    known = lexicon()
    city = known.places_within.get(name)
    if city is None or not _BUILDINGS & set(name.split()):
        return None
    for fact in facts:
        named = {known.place_names.get(value, value) for value in (*fact.values, *fact.aliases)}
        others = sorted(place for place in named if _BUILDINGS & set(place.split()))
        if others and name not in named and all(known.places_within.get(place) == city for place in others):
            return Finding(False, Reason.VALUE_DIFFERS, (fact,), others[0], confidence=0.85)
    return None


def _one_place(facts: tuple[Fact, ...], name: str, text: str) -> Finding | None:
    known = lexicon()
    within = known.places_within.get(name, "")
    for fact in facts:
        for value in (*fact.values, *fact.aliases):
            canonical = known.place_names.get(value, value)
            if same_place(name, value) or same_place(text, value) or canonical == name:
                return matches((fact,), 0.95)
            if within and same_place(within, canonical):
                return matches((fact,), 0.85)
    return None


def judge_depositary(case: Case) -> Finding:
    """The state or organisation that keeps the treaty."""
    facts = case.of("depositary")
    named = [case.claim.party.id] if case.claim.party else case.claim.value.normalized.split("; ")
    if not facts:
        return NO_FACT
    keeping = [next((fact for fact in facts if _keeps(fact, party)), None) for party in named]
    if all(keeping) is not case.claim.negated:
        return matches((keeping[0] or facts[0],))
    return Finding(False, Reason.VALUE_DIFFERS, facts[:1], facts[0].value, confidence=0.85)


def _keeps(fact: Fact, party: str) -> bool:
    return any(same_party(value, party) or lexicon().party_names.get(party) == value for value in fact.values)


def judge_replacement(case: Case) -> Finding:
    """The treaty that it replaced or was replaced by."""
    facts = case.of(case.claim.relation)
    named = case.claim.value.normalized
    for fact in facts:
        if any(value == named or same_place(value, named) for value in fact.values):
            return matches((fact,))
    inverse = "replaced_by" if case.claim.relation == "replaced" else "replaced"
    for sibling_facts in case.siblings.values():
        for fact in sibling_facts.of(inverse):
            if fact.treaty == named and case.treaty.id in fact.values:
                return matches((fact,))
    return NO_FACT
