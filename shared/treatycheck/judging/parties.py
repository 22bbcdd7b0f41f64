"""States and their successors, compared."""

from __future__ import annotations

from functools import cache

from treatycheck.mentions.entities import lexicon
from treatycheck.model import Claim, ValueType
from treatycheck.text.likeness import same_person


def same_party(one: str | None, other: str | None) -> bool:
    """Whether two party ids are one state, a successor taken for its predecessor."""
    return one == other or (one is not None and other is not None and one in _kin().get(other, ()))


def kin(party: str) -> tuple[str, ...]:
    """The ids that are one state with a party's, its own first."""
    return _kin().get(party) or (party,)


@cache
def _kin() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for party, successor in lexicon().successors.items():
        found[party] = (*found.get(party, (party,)), successor)
        found[successor] = (*found.get(successor, (successor,)), party)
    return found


def party_name(party_id: str) -> str:
    """The name of a party id, or the words themselves where it is none."""
    name = lexicon().party_names.get(party_id, party_id)
    return (
        f"the {name}"
        if name.startswith(("United ", "Soviet ", "European ", "Netherlands", "Philippines", "Ottoman "))
        else name
    )


def person_party(name: str) -> str | None:
    return lexicon().person_party.get(name)


def person_named(mention: str, party: str) -> bool:
    """Whether the words for a party are the name of somebody who acted for it: "Clinton" for the United States."""
    return any(same_person(mention, name) for name in _people().get(party, ()))


@cache
def _people() -> dict[str, list[str]]:
    """The people who acted for each party."""
    people: dict[str, list[str]] = {}
    for name, party in lexicon().person_party.items():
        people.setdefault(party, []).append(name)
    return people


def denies_group(claim: Claim) -> bool:
    """ "the Nordic states have not joined" may mean not all of them, where "none of" leaves no doubt."""
    text = claim.value.text.lower()
    return claim.negated and claim.value.type is ValueType.PARTIES and text.startswith(("the ", "all "))
