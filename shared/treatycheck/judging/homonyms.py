"""Treaties of the same name that the table does not know, told by whom they are between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.judging.parties import same_party
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Claim, Mention, Treaty

_LISTS = frozenset({"between", "signed_by"})
_PAIR = 2


def homonyms(claims: Iterable[Claim], treaties: Mapping[str, Treaty], facts: Mapping[str, TreatyFacts]) -> set[Mention]:
    """The names that a text gives to a treaty of two, of other states than the one that the table knows by it."""
    return {claim.treaty for claim in claims if _is_between_others(claim, treaties, facts)}


def _is_between_others(claim: Claim, treaties: Mapping[str, Treaty], facts: Mapping[str, TreatyFacts]) -> bool:
    if claim.relation not in _LISTS or claim.negated or not claim.treaty.value or claim.treaty.detail:
        return False
    states = [name for name in claim.value.normalized.split("; ") if name in lexicon().party_names]
    treaty = treaties[claim.treaty.value]
    if treaty.kind != "bilateral" or len(states) != _PAIR or treaty.id not in facts:
        return False
    known = [value for fact in facts[treaty.id].of("between") for value in fact.values]
    return bool(known) and not any(same_party(state, value) for state in states for value in known)
