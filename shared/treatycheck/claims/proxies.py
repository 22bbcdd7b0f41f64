"""Who somebody signs or deposits for: "signed it for the United States", "on behalf of Togo"."""

from __future__ import annotations

from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.claims.words import PLAIN_AUXILIARY, PREPOSITION, RELATIVE
from treatycheck.model import Mention

_LONGEST_CLAUSE = 18
_CLAUSE_ENDS = RELATIVE | {";"}


def acting_for(view: View, predicate: Predicate) -> Mention | None:
    """ "signed it for the United States", "on behalf of Togo": the party that a signature or an instrument is of."""
    for index in range(predicate.last + 1, min(predicate.last + _LONGEST_CLAUSE, view.length - 1)):
        word = view.words[index]
        if word in _CLAUSE_ENDS or view.has_verb_at(index):
            return None
        if word in PLAIN_AUXILIARY and "," in view.words[predicate.last + 1 : index]:
            # "after it was signed, Zelensky was ready for Paris"
            return None
        if word == "for" or view.words[index - 1 : index + 1] == ("behalf", "of"):
            behind = index + 1 + (view.words[index + 1] == "the")
            party = next((m for m in view.parties if m.first == behind and m.detail in {"name", "government"}), None)
            if party is not None and _ends_phrase(view, party.last + 1):
                return party
    return None


def _ends_phrase(view: View, index: int) -> bool:
    """No noun follows that the name before it describes, as in "for Russia's sake"."""
    return index >= view.length or not view.words[index][0].isalpha() or view.words[index] in PREPOSITION
