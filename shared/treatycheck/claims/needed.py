"""How many ratifications a treaty needs to take effect: "needs 35 ratifications", "once six states have ratified"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.count_words import (
    MEMBERS,
    STATES,
    counted_treaty,
    head_of,
    nearest_treaty,
    number_claim,
    takes_effect,
)
from treatycheck.claims.frames import Filled
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, HAVE, is_adverb
from treatycheck.model import Mention, MentionKind
from treatycheck.values.ordinals import ordinal_at
from treatycheck.values.quantities import parse_quantity

_NEED = frozenset("require requires required requiring need needs needed needing".split())
_NEEDED = frozenset("required needed necessary requisite".split())
_PARTIES = frozenset({"parties", "members"})
_MUST = frozenset("must need needs".split())
_NEED_WORDS = frozenset((word,) for word in _NEED)
_PRONOUNS = frozenset({("it",), ("they",)})
_INSTRUMENTS = frozenset("ratifications accessions instruments approvals acceptances".split())
_RATIFY = frozenset(
    "ratify ratified ratification ratifications ratifying accede acceded accession accessions approve approved "
    "approval approvals accept accepted acceptance acceptances deposit deposited instruments join joined".split()
)
_CONDITION = frozenset("after once when until upon following if soon".split())
_EFFECT = frozenset("bring trigger put make set activate".split())
_MORE = frozenset("more further additional another other extra".split())
_OTHER_ACTS = frozenset("amendment amendments amend extend withdrawal withdraw majority vote votes voted".split())
_TO_WHOLE, _REACH, _EDGE = 3, 8, frozenset({".", ";", ":"})
_PASSED = AUXILIARY - _MUST


def fill_needed(view: View, plain: str) -> Iterator[Filled]:
    """Claims of how many ratifications bring a treaty into force."""
    for mention in view.quantities:
        bounds = needed_words(view, mention)
        quantity = parse_quantity(mention.value)
        treaty = _treaty_of(view, mention, bounds) if bounds else None
        if bounds and treaty and quantity:
            normalized = f"{mention.value.split(' ')[0]} ratifications"
            stage = "reached" if view.words[bounds[0]] == "following" else None
            yield number_claim(view, mention, treaty, "limit", bounds, plain, normalized=normalized, stage=stage)


def _treaty_of(view: View, mention: Mention, bounds: tuple[int, int]) -> Mention | None:
    """Of "it takes effect once 55 parties to the pact ratify it" what takes effect, not whose parties they are."""
    of_another = head_of(mention) in _PARTIES and bounds[0] < mention.first
    return nearest_treaty(view, mention.first) if of_another else counted_treaty(view, mention, bounds[1])


def needed_words(view: View, mention: Mention) -> tuple[int, int] | None:
    """The tokens that tell that so many ratifications are needed; None where they tell something else."""
    return view.once(_needed_words, mention)


def _needed_words(view: View, mention: Mention) -> tuple[int, int] | None:
    unit = head_of(mention)
    bare = mention.kind is MentionKind.NUMBER
    if not (unit in STATES | MEMBERS | _INSTRUMENTS or bare):
        return None
    if _is_one_of(view, mention):
        return None
    inside = set(view.words[max(0, mention.first - 1) : mention.last + 2])
    if inside & _MORE or set(view.words[max(0, mention.first - _REACH) : mention.last + _REACH]) & _OTHER_ACTS:
        return None
    return (
        _needed_behind(view, mention, unit)
        or (None if bare else _needed_before(view, mention, unit))
        or (None if bare and not _is_of_states(view, mention) else _condition_before(view, mention, unit))
    )


def _is_one_of(view: View, mention: Mention) -> bool:
    """ "the third of four states", "the 36th of the union's 53 members", "six of the nine members"."""
    for index in range(max(1, mention.first - _TO_WHOLE), mention.first):
        if view.words[index] == "of" and view.mention_at(view.quantities, index - 1):
            return True
    for index in range(max(0, mention.first - 7), mention.first - 1):
        read = ordinal_at(view.words, index)
        if read and view.words[read[1] : read[1] + 1] == ("of",):
            return True
    return False


def _is_of_states(view: View, mention: Mention) -> bool:
    """ "six of its members have ratified": a bare number with its noun further on."""
    return view.words[mention.last + 1 : mention.last + 3] in {
        ("of", "its"),
        ("of", "the"),
        ("of", "their"),
        ("of", "them"),
    }


def _needed_behind(view: View, mention: Mention, unit: str) -> tuple[int, int] | None:
    """ "60 ratifications are needed", "the 60 required", "40 states must ratify", "50 ratifications will bring"."""
    begin = mention.last + 1
    index = begin
    while index < view.length and (view.words[index] in _PASSED or is_adverb(view.words[index])):
        index += 1
    word = view.words[index] if index < view.length else ""
    of_instruments = unit in _INSTRUMENTS
    pronoun = index + (word in {"that", "which"})
    if (
        of_instruments
        and view.words[pronoun : pronoun + 1] in _PRONOUNS
        and (view.words[pronoun + 1 : pronoun + 2] in _NEED_WORDS)
    ):
        return mention.first, pronoun + 1
    if word in _NEEDED and (of_instruments or unit in STATES or _ratifies(view, mention.first - 14, mention.first)):
        return mention.first, index
    passed = view.words[begin:index]
    if {"yet", "not", "never"} & set(view.words[begin : index + 1]):
        return None
    if of_instruments and word in _EFFECT and {"will", "would"} & set(passed):
        return mention.first, index
    if word in _MUST and _ratifies(view, index, index + 4):
        return mention.first, min(view.length - 1, index + 2)
    if word == "to" and HAVE & set(passed) and _ratifies(view, index, index + 3):
        return mention.first, index + 1
    return None


def _needed_before(view: View, mention: Mention, unit: str) -> tuple[int, int] | None:
    """ "requires ratification by 60 states", "had to be ratified by 55", "needs 35 ratifications"."""
    for index in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
        word = view.words[index]
        if word in _EDGE or word == ",":
            return None
        must = word == "must" or (word in HAVE and view.words[index + 1] == "to")
        if must and "be" in view.words[index + 1 : index + 3] and _ratifies(view, index, mention.first):
            return index, mention.last
        if word in _NEED and (unit in _INSTRUMENTS or _ratifies(view, index - 6, mention.last + 6)):
            return index, mention.last
    return None


def _condition_before(view: View, mention: Mention, unit: str) -> tuple[int, int] | None:
    """ "enters into force after ratification by 60 states", "once six of its members have ratified"."""
    if takes_effect(view) is None or not (
        unit in _INSTRUMENTS or _ratifies(view, mention.first - 8, mention.last + 12)
    ):
        return None
    for index in range(mention.first - 1, max(-1, mention.first - _REACH - 3), -1):
        word = view.words[index]
        if word in _EDGE:
            return None
        if word in _CONDITION or (word == "with" and view.words[index + 1] in _RATIFY):
            return index, mention.last
    return None


def _ratifies(view: View, first: int, end: int) -> bool:
    return bool(_RATIFY & set(view.words[max(0, first) : end]))
