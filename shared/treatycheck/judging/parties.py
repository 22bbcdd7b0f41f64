"""States and their successors, compared."""

from __future__ import annotations

from treatycheck.mentions.entities import lexicon
from treatycheck.model import Claim, ValueType
from treatycheck.text.likeness import same_person

_ALSO = {"SU": {"RU"}, "RU": {"SU"}, "DD": {"DE"}}


def same_party(one: str | None, other: str | None) -> bool:
    """Whether two party ids are one state, a successor taken for its predecessor."""
    if one is None or other is None or one == other:
        return one == other
    successors = lexicon().successors
    return other in _ALSO.get(one, ()) or successors.get(one) == other or successors.get(other) == one


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
    people = lexicon().person_party.items()
    return any(own == party and same_person(mention, name) for name, own in people)


def denies_group(claim: Claim) -> bool:
    """ "the Nordic states have not joined" may mean not all of them, where "none of" leaves no doubt."""
    text = claim.value.text.lower()
    return claim.negated and claim.value.type is ValueType.PARTIES and text.startswith(("the ", "all "))
