"""How far a phrase reaches that a claim quotes, and the phrase as a value."""

from __future__ import annotations

from treatycheck.claims.inflection import Form
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, DETERMINER, PREPOSITION, RELATIVE, is_adverb
from treatycheck.model import Value, ValueType

_LONGEST = 30
_ENDS = frozenset({";", ":", ".", "which", "who", "while", "but", "although", "because", "|"})
_NEW_PART = frozenset({"and", "but", "which", "while", "with", "signed"})
_COORDINATORS = frozenset({"and", "but", "or"})
_FINITE = frozenset({Form.PRESENT, Form.PAST, Form.PAST_OR_PARTICIPLE})
_LOOSE_ENDS = PREPOSITION | DETERMINER | RELATIVE | {",", "and", "or", "to", "that", "(", "\u2014", "\u2013", "-"}


def phrase_end(view: View, start: int, form: Form | None = None) -> int:
    """The token behind the phrase that begins at a token: where another statement begins, of this verb form too."""
    index = start = min(start, view.length)
    inside = view.words[start : start + 1] == ("that",)
    while index < view.length and index - start < _LONGEST:
        word = view.words[index]
        if word in _COORDINATORS and index > start and begins_predicate(view, index + 1, form):
            break
        if word in _ENDS or (word in AUXILIARY and index > start + 1 and not inside):
            break
        if (word == "," and _ends_at_comma(view, index, form)) or _is_dash(view, index):
            break
        inside = inside or word in {"that", "where"}
        index += 1
    return _without_loose_end(view, start, index)


def _is_dash(view: View, index: int) -> bool:
    """A dash between parts of a sentence, not one inside a word."""
    if view.words[index] == "\u2014":
        return True
    before = view.sentence.tokens[index - 1] if index else None
    apart = before is not None and before.end < view.sentence.tokens[index].start
    return apart and view.words[index] in {"\u2013", "-"}


def _ends_at_comma(view: View, index: int, form: Form | None) -> bool:
    following = view.words[index + 1 : index + 2]
    if not following or _is_within_list(view, index):
        return False
    return following[0] in _NEW_PART or begins_predicate(view, index + 1, form)


def _is_within_list(view: View, index: int) -> bool:
    """ "the United Kingdom, France, and China": the comma before the last of a list of names."""
    names = (*view.parties, *view.places)
    behind = index + 2 + (view.words[index + 2 : index + 3] == ("the",))
    joined = view.words[index + 1] == "and" and view.mention_at(names, index - 1) is not None
    last = view.mention_at(names, behind) if joined else None
    return last is not None and not begins_predicate(view, last.last + 1)


def _without_loose_end(view: View, start: int, end: int) -> int:
    """ "projects that may harm" cut at its verb leaves "projects"."""
    cut = end
    while cut > start + 1 and view.words[cut - 1] in _LOOSE_ENDS and end < view.length:
        cut -= 1
    return cut


def begins_predicate(view: View, index: int, form: Form | None = None) -> bool:
    """ "… and has 58 parties", "… and later entered into force": another statement of the same subject."""
    while index < view.length and is_adverb(view.words[index]):
        index += 1
    if index < view.length and view.words[index] in AUXILIARY:
        return True
    return any(
        other.kind == "verb" and _may_begin(view, other, form) for other in view.predicates_between(index, index + 1)
    )


def _may_begin(view: View, other: Predicate, form: Form | None) -> bool:
    """A finite verb, or one in the form of the verb that it is joined to: "would scrap … and leave"."""
    if other.form in _FINITE:
        return not _is_modifier(view, other)
    joined = form is Form.BASE or any(frame.relation == "prohibits" for frame in other.frames)
    return other.form is form and joined


def _is_modifier(view: View, predicate: Predicate) -> bool:
    """ "and limited stocks": a participle before its noun."""
    following = view.words[predicate.last + 1] if predicate.last + 1 < view.length else "."
    participle = predicate.form is Form.PAST_OR_PARTICIPLE and following not in DETERMINER
    return participle and following.endswith("s") and following.isalpha()


def text_value(view: View, first: int, last: int, plain: str) -> Value:
    """The words from token to token as a value."""
    span = view.span(first, last)
    text = plain[span.start : span.end]
    return Value(ValueType.TEXT, text, " ".join(text.split()), span)
