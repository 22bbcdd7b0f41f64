"""Judges who signed, between whom, where, and who keeps it."""

from __future__ import annotations

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.parties import person_party, same_party
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Fact, FactStatus, Reason
from treatycheck.text.likeness import same_person, same_place, words

_MODERN = 1945
# so many places of a list that are right tell that another one is wrong
_MOST_OF_LIST = 2


def judge_signed_by(case: Case) -> Finding:
    """Each person or state that is said to have signed."""
    claimed = [name for name in case.claim.value.normalized.split("; ") if name]
    findings = [_signer(case, name) for name in claimed]
    wrong = [finding for finding in findings if finding.holds is False]
    if wrong:
        return wrong[0] if _is_named(case) else NO_FACT
    right = [finding for finding in findings if finding.holds]
    if len(right) < len(findings) or not right:
        return NO_FACT
    return matches(right[0].facts, 0.93)


def _is_named(case: Case) -> bool:
    """Whether the claim's own words name who signed; "the two leaders" may be others than those the text spoke of."""
    return not set(words(case.claim.value.text)) & {"two", "both"}


def _signer(case: Case, name: str) -> Finding:
    if name in lexicon().party_names:
        return _signing_party(case, name)
    facts = case.of("signed_by")
    for fact in facts:
        if any(same_person(name, value) or _is_namesake(case, name, value) for value in (*fact.values, *fact.aliases)):
            return matches((fact,), 0.95)
    if rival := _same_chair(case, name):
        return Finding(False, Reason.VALUE_DIFFERS, (rival,), " and ".join(rival.values), confidence=0.88)
    if any(fact.stage == "signed" and same_party(fact.party, person_party(name)) for fact in case.of("ratified")):
        return NO_FACT
    if finding := _envoys_instead(case, name):
        return finding
    if any(fact.complete for fact in facts):
        fact = next(fact for fact in facts if fact.complete)
        return Finding(False, Reason.VALUE_DIFFERS, (fact,), " and ".join(fact.values), confidence=0.9)
    return NO_FACT


def _same_chair(case: Case, name: str) -> Fact | None:
    """Two signers, one a side, of a modern bilateral treaty leave no room for another of the same side."""
    if case.treaty.kind != "bilateral" or case.treaty.year < _MODERN:
        return None
    party = person_party(name)
    for fact in case.of("signed_by"):
        sides = [person_party(value) for value in fact.values]
        if len(set(sides)) == len(sides) == 2 and any(party and same_party(side, party) for side in sides):
            return fact
    return None


def _is_namesake(case: Case, name: str, signer: str) -> bool:
    """Whether a text that gives only a surname means the signer, not the namesake that it was taken for."""
    taken, true = words(name), words(signer)
    return bool(taken) and bool(true) and taken[-1] == true[-1] and taken[0] not in words(case.claim.value.text)


def _envoys_instead(case: Case, name: str) -> Finding | None:
    """Those who signed for the state of a president or king that is said to have signed himself."""
    if name not in lexicon().rulers:
        return None
    party = person_party(name)
    for fact in case.of("signed_by"):
        envoys = [value for value in fact.values if same_party(person_party(value), party)]
        if envoys and fact.status is FactStatus.CURRENT:
            return Finding(False, Reason.VALUE_DIFFERS, (fact,), " and ".join(envoys), confidence=0.8)
    return None


def _signing_party(case: Case, party: str) -> Finding:
    for fact in case.of("between", "party", "signatory", "signed", "ratified"):
        named = fact.values if fact.relation == "between" else (fact.party,)
        if fact.value != "no" and any(same_party(item, party) for item in named):
            return matches((fact,), 0.9)
    for fact in case.of("signed_by"):
        if any(same_party(person_party(value), party) for value in fact.values):
            return matches((fact,), 0.85)
    complete = next((fact for fact in case.of("between") if fact.complete), None)
    if complete:
        return _wrong_parties(complete)
    denied = next((f for f in case.of("signatory") if f.value == "no" and same_party(f.party, party)), None)
    return Finding(False, Reason.VALUE_DIFFERS, (denied,), confidence=0.85) if denied else NO_FACT


def _wrong_parties(fact: Fact) -> Finding:
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
        complete = next((fact for fact in facts if fact.complete), None)
        return _wrong_parties(complete) if complete and party else NO_FACT
    return matches(tuple(fact for fact, _ in members[:1]), 0.93) if members else NO_FACT


def judge_place(case: Case) -> Finding:
    """The place of signature or adoption, also as its country or as a palace in it; each of several."""
    claimed = case.claim.value
    facts = case.of("signed_in")
    names = claimed.normalized.split("; ")
    findings = [_one_place(facts, name, claimed.text if len(names) == 1 else name) for name in names]
    right = [finding for finding in findings if finding is not None]
    if right and len(right) == len(names):
        return min(right, key=lambda finding: finding.confidence)
    alone = case.claim.party is not None and case.treaty.kind != "bilateral"
    if not facts or alone or 0 < len(right) < _MOST_OF_LIST:
        return NO_FACT
    return Finding(False, Reason.VALUE_DIFFERS, (facts[0],), facts[0].value, confidence=0.9)


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
    named = case.claim.party.id if case.claim.party else case.claim.value.normalized
    for fact in facts:
        if any(same_party(value, named) or lexicon().party_names.get(named) == value for value in fact.values):
            return matches((fact,))
    return Finding(False, Reason.VALUE_DIFFERS, facts[:1], facts[0].value, confidence=0.85) if facts else NO_FACT


def judge_replacement(case: Case) -> Finding:
    """The treaty that it replaced or was replaced by."""
    facts = case.of(case.claim.relation)
    named = case.claim.value.normalized
    for fact in facts:
        if any(value == named or same_place(value, named) for value in fact.values):
            return matches((fact,))
    inverse = "replaced_by" if case.claim.relation == "replaced" else "replaced"
    for sibling_facts in case.siblings.values():
        for fact in sibling_facts:
            if fact.relation == inverse and fact.treaty == named and case.treaty.id in fact.values:
                return matches((fact,))
    return NO_FACT
