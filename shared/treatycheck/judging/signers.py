"""Judges who signed: the people, and the states that they signed for."""

from __future__ import annotations

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.members import whole_list, wrong_parties
from treatycheck.judging.parties import person_party, same_party
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Fact, FactStatus, Reason
from treatycheck.text.likeness import same_person, words

_MODERN = 1945


def judge_signed_by(case: Case) -> Finding:
    """Each person or state that is said to have signed."""
    claimed = [name for name in case.claim.value.normalized.split("; ") if name]
    findings = [_signer(case, name) for name in claimed]
    wrong = [finding for finding in findings if finding.holds is False]
    if wrong:
        later = case.claim.stage == "one_signer" and case.treaty.kind != "bilateral"
        return wrong[0] if _is_named(case) and not later else NO_FACT
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
    if _signed_at_home(case, name) and not _is_joint(case):
        return NO_FACT
    if finding := _envoys_instead(case, name):
        return finding
    whole = next((fact for fact in facts if fact.complete and _is_list_for(fact, name)), None)
    if whole:
        return Finding(False, Reason.VALUE_DIFFERS, (whole,), " and ".join(whole.values), confidence=0.9)
    return NO_FACT


def _is_list_for(fact: Fact, name: str) -> bool:
    """Whether a list of signers would hold a person: those of all parties, or of that person's own."""
    return fact.party is None or same_party(fact.party, person_party(name))


def _signed_at_home(case: Case, name: str) -> bool:
    """Whether a document of the person's state was signed at home, an approving law or the instrument."""
    party = person_party(name)
    return any(fact.stage == "signed" and same_party(fact.party, party) for fact in case.of("ratified"))


def _is_joint(case: Case) -> bool:
    """ "signed by Clinton, Salinas and Mulroney": a signature that several states share is the treaty's own."""
    parties = {person_party(name) for name in case.claim.value.normalized.split("; ")}
    return len(parties - {None}) > 1


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
        own = fact.party is not None and same_party(fact.party, party)
        envoys = [value for value in fact.values if own or same_party(person_party(value), party)]
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
    complete = whole_list(case, case.claim.value.normalized.split("; "))
    if complete:
        return wrong_parties(complete)
    denied = next((f for f in case.of("signatory") if f.value == "no" and same_party(f.party, party)), None)
    return Finding(False, Reason.VALUE_DIFFERS, (denied,), confidence=0.85) if denied else NO_FACT
