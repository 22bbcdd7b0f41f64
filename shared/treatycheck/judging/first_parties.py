"""Judges who was the first to ratify or join, by a depositary's whole list, or to leave, by those that left before."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.parties import same_party
from treatycheck.judging.status_lists import WHOLE_LIST
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Fact, Reason
from treatycheck.text.likeness import content_words
from treatycheck.values.edtf import bounds

# of all states, not of a region or a kind
_OF_ALL = re.compile(
    r"first (country|state|nation|government|power) to (sign and )?(ratify|accept|join|accede to|approve)\b",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"first (country|state|nation|government|power|member|party|signatory) "
    r"(ever )?to (leave|quit|exit|withdraw from|pull out of|denounce|abandon)\b",
    re.IGNORECASE,
)
# a parliament may have been the first to say yes where the deposit came somewhat later
_TO_DEPOSIT = timedelta(days=90)


def judge_first_party(case: Case) -> Finding:
    """Supported where no deposit is earlier than the party's own; refuted where one came well before it."""
    party = case.claim.party
    if party is None or case.claim.negated:
        return NO_FACT
    if _LEAVING.match(case.claim.value.text):
        return _first_to_leave(case, party.id)
    if not _OF_ALL.match(case.claim.value.text):
        return NO_FACT
    listed = sorted(_deposits(case), key=lambda pair: pair[0])
    own = next((pair for pair in listed if same_party(pair[1].party, party.id)), None)
    if len(listed) < WHOLE_LIST or own is None:
        return NO_FACT
    earliest, fact = listed[0]
    if own[0] == earliest:
        return matches((own[1],), 0.85)
    if own[0] - earliest <= _TO_DEPOSIT or case.as_of < own[0]:
        return Finding(None, Reason.TOO_VAGUE, (fact, own[1]), confidence=0.5)
    return Finding(False, Reason.VALUE_DIFFERS, (fact, own[1]), confidence=0.85)


def _first_to_leave(case: Case, party: str) -> Finding:
    """Refuted where another party had left, all its steps done, before this one took its first."""
    left = [(limits, fact) for fact in case.of("withdrew") if (limits := bounds(fact.value)) and not fact.negated]
    own = [limits.earliest for limits, fact in left if same_party(fact.party, party)]
    others = [
        (limits.latest, fact)
        for limits, fact in left
        if fact.party and not same_party(fact.party, party) and fact.stage in {None, "effective"}
    ]
    earliest = min(others, key=lambda pair: pair[0], default=None)
    if not own or earliest is None or earliest[0] >= min(own):
        return NO_FACT
    return Finding(False, Reason.VALUE_DIFFERS, (earliest[1],), confidence=0.85)


def of_other_state(case: Case, fact: Fact) -> bool:
    """Whether a fact in words names a state, and another one than the claim does."""
    party = case.claim.party
    if party is None:
        return False
    words = content_words(fact.value)
    named = {party_id for party_id, own in _party_words() if own <= words}
    return bool(named) and not any(same_party(party.id, party_id) for party_id in named)


@cache
def _party_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """The telling words of each party's name."""
    return tuple((party_id, own) for party_id, name in lexicon().party_names.items() if (own := content_words(name)))


def _deposits(case: Case) -> list[tuple[date, Fact]]:
    return [
        (limits.earliest, fact)
        for fact in case.of("ratified", "acceded")
        if fact.as_of and fact.party and not fact.negated and fact.stage in {None, "deposit"}
        if (limits := bounds(fact.value)) is not None and limits.earliest == limits.latest
    ]
