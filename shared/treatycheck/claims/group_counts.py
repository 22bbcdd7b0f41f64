"""How many of a group did or did not join: "eight of the Annex 2 states have yet to ratify"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.count_roles import is_whole_of_part, only_signed
from treatycheck.claims.count_words import JOIN_WORDS, SIGN_WORDS, head_of, nearest_treaty, number_claim
from treatycheck.claims.frames import Filled
from treatycheck.claims.told_days import days_told
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, RELATIVE, is_adverb
from treatycheck.mentions.groups import Group, group_at, own_groups
from treatycheck.model import Mention, MentionKind, PartyReference
from treatycheck.values.numbers import number_at
from treatycheck.values.quantities import parse_quantity

_THESE = frozenset("these those them which whom".split())
_STATES = frozenset("states countries nations members signatories required listed named specified".split())
_DESCRIBED = frozenset(
    "specific specified particular key remaining required named such so-called the these those other".split()
)
_LACK = frozenset("ratification ratifications ratify".split())
_LACKING = frozenset("non failure refusal absence lack missing unwillingness".split())
_DENIED = frozenset("not never yet neither failed fail refused refuse declined missing outside".split())
_PASSED = frozenset(
    "still yet to so far date been have has had all as of now which who that and to , listed in".split()
)
_FORMERLY = frozenset({"had", "did", "were", "was"})
_AGAIN = frozenset({"done", "so", "it"})
_REACH, _ASIDE, _NEAR = 12, 40, 8


def fill_group_counts(view: View, previous: View | None, plain: str) -> Iterator[Filled]:
    """Claims of how many of a group are, or are not, parties or signatories."""
    for mention in view.quantities:
        treaty = nearest_treaty(view, mention.first) or (
            previous.treaties[-1] if previous and previous.treaties else None
        )
        told = _told(view, previous, mention, treaty) if treaty and _is_plain(view, mention) else None
        if treaty and told:
            yield _claim(view, mention, treaty, told, plain)


def _is_plain(view: View, mention: Mention) -> bool:
    counts = mention.kind is MentionKind.NUMBER or head_of(mention) in _STATES
    return counts and not is_whole_of_part(view, mention) and view.words[max(0, mention.first - 2)] != "of"


def _claim(
    view: View, mention: Mention, treaty: Mention, told: tuple[Group, int, int, str, bool], plain: str
) -> Filled:
    group, first, last, relation, denied = told
    party = PartyReference(group.value, group.name, view.text(mention.first, mention.last, plain))
    filled = number_claim(
        view,
        mention,
        treaty,
        relation,
        (first, last),
        plain,
        stage="group",
        when=days_told(view, past=False),
        implicit=True,
    )
    return filled._replace(claim=filled.claim._replace(party=party, negated=denied, implicit=False))


def _told(
    view: View, previous: View | None, mention: Mention, treaty: Mention
) -> tuple[Group, int, int, str, bool] | None:
    """The group, the tokens that tell, the relation and whether it is denied; None where a number counts others."""
    lacking = _lacks(view, mention)
    own = own_groups().get(treaty.value)
    if lacking is not None and own:
        return own, lacking, mention.last, "party_count", True
    part = _part_of(view, previous, mention, own)
    act = _act_behind(view, part[1]) if part else None
    if part is None or act is None or only_signed(view, act[0]):
        return None
    return part[0], mention.first, act[0], act[1], act[2]


def _lacks(view: View, mention: Mention) -> int | None:
    """Index of "the non-ratification of" before a number of states."""
    before = range(max(0, mention.first - _NEAR // 2), mention.first)
    index = next((place for place in before if view.words[place] in _LACK), None)
    if index is None or view.words[mention.first - 1] not in {"of", "by", "from"}:
        return None
    start = next((place for place in range(max(0, index - 3), index) if view.words[place] in _LACKING), None)
    behind = view.words[mention.last : mention.last + 3]
    return start if start is not None and _STATES & set(behind) else None


def _part_of(view: View, previous: View | None, mention: Mention, own: Group | None) -> tuple[Group, int] | None:
    """The group of which a number tells a part, and the token behind it."""
    behind = mention.last + 1
    whole = view.words[behind : behind + 1] == ("of",)
    named = _group_from(view, behind + whole)
    if named is None and (before := _group_before(view, mention)):
        return before, behind
    if named is not None:
        return named if (whole or len(named[0].members) > _value(mention)) else None
    return _of_own(view, previous, mention, own) if whole and own else None


def _value(mention: Mention) -> float:
    quantity = parse_quantity(mention.value)
    return quantity.low if quantity else 0.0


def _group_from(view: View, index: int) -> tuple[Group, int] | None:
    """The group named at a token, or behind "the", its size and adjectives, and the token behind its name."""
    return view.once(_groups_from)[index]


def _groups_from(view: View) -> list[tuple[Group, int] | None]:
    """For each token, and for the end, the group that is named there or behind what describes it."""
    tokens, keys = view.sentence.tokens, view.whole.keys(view.sentence.index)
    found: list[tuple[Group, int] | None] = [None] * (view.length + 1)
    # from the last one on, so that a long description is not gone over again from each of its words
    for index in reversed(range(view.length)):
        named = group_at(tokens, keys, index)
        if named is not None:
            found[index] = named[1], named[0]
        elif view.words[index] in _DESCRIBED or number_at(view.words, index):
            found[index] = found[index + 1]
    return found


def _group_before(view: View, mention: Mention) -> Group | None:
    """ "Of the 44 Annex 2 states, eight have not …": the group that opens the sentence."""
    if view.words[mention.first - 1 : mention.first] != (",",) or view.words[:1] != ("of",):
        return None
    named = _group_from(view, 1)
    return named[0] if named and named[1] == mention.first - 1 else None


def _of_own(view: View, previous: View | None, mention: Mention, own: Group) -> tuple[Group, int] | None:
    """ "eight of these", "of the 44 countries listed": of the group that the text has just told the size of."""
    words = view.words[mention.last + 2 : mention.last + 6]
    size = str(len(own.members))
    sized = size in words[:2]
    spoken = size in view.words[: mention.first] or (previous is not None and size in previous.words)
    if not sized and not (spoken and words[:1] and words[0] in _THESE):
        return None
    end = mention.last + 3 + sized
    while end < view.length and view.words[end] in _STATES:
        end += 1
    return own, end


def _act_behind(view: View, index: int) -> tuple[int, str, bool] | None:
    """The last token, the relation and the denial of what a part of a group did or did not do."""
    index = _past_aside(view, index)
    denied = False
    for place in range(index, min(view.length, index + _REACH)):
        word = view.words[place]
        if word in _FORMERLY:
            return None
        denied = denied or word in _DENIED or word.endswith("n't")
        if word in SIGN_WORDS | JOIN_WORDS and place > index:
            return place, "signatory_count" if word in SIGN_WORDS else "party_count", denied
        if word == "done" and view.words[place + 1 : place + 2] and view.words[place + 1] in _AGAIN:
            return place + 1, "party_count", denied
        if not (word in AUXILIARY | RELATIVE | _PASSED | _DENIED or is_adverb(word)):
            return None
    return None


def _past_aside(view: View, index: int) -> int:
    """Behind a parenthesis or an apposition of examples."""
    closing = {"(": ")", ",": ",", "\u2014": "\u2014", "\u2013": "\u2013"}.get(
        view.words[index] if index < view.length else ""
    )
    if closing is None:
        return index
    closed = (place for place in range(min(view.length, index + _ASIDE) - 1, index, -1) if view.words[place] == closing)
    return next(closed, index - 1) + 1
