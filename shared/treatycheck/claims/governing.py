"""Whether a person or state may be a subject, or belongs to a preposition before it."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.claims.clauses import actor_ending_at, has_verb
from treatycheck.claims.view import View
from treatycheck.claims.words import COORDINATOR, DETERMINER, PREPOSITION, RELATIVE
from treatycheck.model import Mention

GOVERNING = PREPOSITION - {"after", "before", "since", "until", "as"} | {"except", "excluding", "not", "than"}
TITLES = frozenset(
    "president presidents prime minister ministers foreign secretary general leader leaders premier chairman king "
    "queen emperor tsar sultan chancellor mr. mr mrs. ambassador us u.s. former then senator sen. lt. gen. gen. gov. "
    "dr. state vice deputy chief of the "
    "negotiator negotiators delegate delegates diplomat diplomats counterpart attorney "
    "envoy representative representatives mrs premiers soviet american russian".split()
)
# who votes for a state
CHAMBERS = frozenset(
    "senate parliament congress legislature assembly house houses chamber chambers cabinet people electorate voters "
    "citizens lawmakers legislators senators deputies mps".split()
)
# who acts for a state: "Japan's voters", "the parliament of Japan"
INSTITUTIONS = CHAMBERS | frozenset(
    "government governments administration ministers leader leaders president king queen team troops delegation "
    "delegates representatives diplomats envoys envoy negotiators republic kingdom".split()
)
_MOST_WORDS_OF_NAME = 4
_NAMED = frozenset({"name", "government", "legislatures"})
_COMMAS = frozenset({",", "\u2013", "\u2014"})
_NAME_ENDS = PREPOSITION | DETERMINER
_BETWEEN_LISTED = TITLES | DETERMINER | {"and", ",", "&"}


def is_governed(view: View, mention: Mention) -> bool:
    """Whether a preposition stands before the actor, its determiner and titles, save in "the government of Japan"."""
    return _is_governed_at(view, mention.first - 1)


def _is_governed_at(view: View, index: int) -> bool:
    words = view.words
    while index >= 0 and (words[index] in DETERMINER or (words[index] in TITLES and words[index] != "of")):
        index -= 1
    if index < 0 or words[index] not in GOVERNING:
        return False
    if words[index] not in {"of", "in"} or not index or words[index - 1] not in INSTITUTIONS:
        return True
    start = index - 1
    while start > 0 and index - start < _MOST_WORDS_OF_NAME and words[start - 1].isalpha():
        if words[start - 1] in _NAME_ENDS or view.mention_at(view.parties, start - 1):
            break
        start -= 1
    return _is_governed_at(view, start - 1)


def list_is_governed(view: View, last: Mention) -> bool:
    """Whether a preposition stands before the list that ends with an actor: "between Egypt and Israel"."""
    first = last
    while first.first > 1:
        index = first.first - 1
        while index > 0 and view.words[index] in _BETWEEN_LISTED:
            index -= 1
        previous = actor_ending_at(view, index)
        if previous is None or not set(view.words[index + 1 : first.first]) & {"and", ",", "&"}:
            break
        first = previous
    return is_governed(view, first)


def before_aside(view: View, closing: int, candidates: Sequence[Mention]) -> Mention | None:
    """ "India, Brazil's old rival, has not signed": the actor before what stands between two commas."""
    words = view.words
    if closing < 1 or words[closing] not in _COMMAS:
        return None
    for mention in reversed(candidates):
        opening = mention.last + 1
        if opening >= closing - 1 or words[opening] != words[closing] or is_governed(view, mention):
            continue
        relative = bool(RELATIVE & set(words[opening + 1 : opening + 3]))
        if words[opening + 1] not in COORDINATOR and (relative or not has_verb(view, opening + 1, closing)):
            return mention
    return None


def state_of(view: View, state_before: Mention | None) -> Mention | None:
    """The state that a sentence speaks of: the only one that no preposition governs, or the one that opens it; that
    of the sentence before where there is none."""
    free = free_states(view)
    if not free:
        return state_before
    several = len({party.value for party in free}) > 1
    opens = free[0].first <= 1 and view.words[free[0].last + 1 : free[0].last + 2] not in (("and",), (",",), ("&",))
    return free[0] if not several or opens else None


def free_states(view: View) -> list[Mention]:
    """The states of a sentence that no preposition governs."""
    return [party for party in view.parties if party.detail in _NAMED and not is_governed(view, party)]
