"""What was worked out, agreed or adopted before it was signed, on a day and at a place of its own."""

from __future__ import annotations

from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.relations import Frame

_WORKING_OUT = (
    "agree", "conclu", "negotiat", "adopt", "initial", "reach", "struck", "finali", "hammer", "work", "clinch", "seal",
)  # fmt: skip
_OF_SIGNATURE = frozenset({"signed", "signed_in"})
_DRAFTS = frozenset("text draft drafting negotiation negotiations talks".split())
_LONGEST_SUBJECT, _LONGEST_OBJECT = 4, 12


def is_worked_out(word: str) -> bool:
    """Whether a verb tells how a text came about, not that it was signed."""
    return word.startswith(_WORKING_OUT)


def is_of_draft(view: View, predicate: Predicate, frame: Frame) -> bool:
    """ "agreed in Moscow in April and signed in Vienna in May", "its negotiation was concluded there": no signature."""
    if frame.relation not in _OF_SIGNATURE or not is_worked_out(view.words[predicate.first]):
        return False
    if _DRAFTS & set(view.words[max(0, predicate.first - _LONGEST_SUBJECT) : predicate.first]):
        return True
    adopted = view.words[predicate.first].startswith("adopt")
    others = (other for other in view.predicates if other is not predicate and other.kind == "verb")
    return any(_signs(view, other) and (not adopted or _has_place(view, other)) for other in others)


def _signs(view: View, other: Predicate) -> bool:
    opened = any(frame.relation == "opened_for_signature" for frame in other.frames)
    return opened or view.words[other.first] in {"signed", "sign", "signing", "signs"}


def _has_place(view: View, other: Predicate) -> bool:
    return any(0 < place.first - other.last <= _LONGEST_OBJECT for place in view.places)
