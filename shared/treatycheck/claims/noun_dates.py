"""Whether a date that stands beside an event told by a noun dates the event, or what somebody says of it."""

from __future__ import annotations

from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.claims.words import DETERMINER, is_adverb
from treatycheck.mentions.told_dates import DEICTIC
from treatycheck.model import Mention

# verbs that tell that the event took place, or who was there
_HAPPENING = frozenset(
    "completed finished announced declared started formalised formalized concluded confirmed effected agreed followed "
    "occurred happened reached secured achieved resulted culminated produced hosted attended sealed finalised "
    "finalized witnessed delayed postponed scheduled joined signed ratified negotiated required needed planned "
    "approved adopted opened entered performed executed proceeded".split()
)
# how something began, went on or ended
_COURSE = frozenset(
    "began begun started opened ended closed culminated concluded moved closer nearer step steps stride strides "
    "forward advanced progress milestone reached history achieved succeeded crowned leap".split()
)
_ABOUT = frozenset(
    "happy unhappy glad content agree deal dealt dealing pleased satisfied concerned familiar busy along".split()
)
_PLAIN_ADJECTIVES = frozenset("formal final successful recent unanimous historic timely early swift".split())
_IRREGULAR = frozenset("wrote spoke thought felt told said sought read knew won lost paid met sang wept".split())


def is_of_other_verb(view: View, predicate: Predicate, date: Mention) -> bool:
    """ "In 2003 they commemorated the signing": the date of another verb than one of happening."""
    if date.last < predicate.first:
        goes_on = _goes_on_with(view, predicate, date.last + 1)
        if goes_on is not None:
            return not goes_on
        verbs = _other_verbs(view, date.last + 1, predicate.first)
        return bool(verbs) and verbs[0] > date.last + 1
    if _other_verbs(view, predicate.last + 1, date.first) or _is_law_signed(view, predicate):
        return True
    deictic = bool(DEICTIC & set(view.words[date.first : date.last + 1]))
    return deictic and bool(_other_verbs(view, _clause_start(view, predicate.first), predicate.first))


def _is_law_signed(view: View, predicate: Predicate) -> bool:
    """ "Putin signed the extension": when one side approved of an event, not when it took place."""
    verb = predicate.first - 1
    while verb > 0 and view.words[verb] in DETERMINER:
        verb -= 1
    actor = next((one for one in view.people if one.last == verb - 1), None)
    alone = actor is not None and view.words[max(0, actor.first - 1)] not in {"and", ","}
    return view.words[verb] in {"signed", "ratified", "approved"} and alone


def _goes_on_with(view: View, predicate: Predicate, start: int) -> bool | None:
    """ "This year we came nearer to that aim with the adoption of …": by what something that is dated went on.

    False for "they were happy with the signing", which is what the words before are about; None without "with".
    """
    index = predicate.first - 1
    while index > start and (view.words[index] in DETERMINER or view.words[index] in _PLAIN_ADJECTIVES):
        index -= 1
    if index <= start or view.words[index] not in {"with", "through"}:
        return None
    if set(view.words[start:index]) & _COURSE:
        return True
    return False if view.words[index - 1] in _ABOUT else None


def _other_verbs(view: View, first: int, end: int) -> list[int]:
    return [index for index in range(first, end) if _is_other_verb(view, index)]


def _is_other_verb(view: View, index: int) -> bool:
    word = view.words[index]
    past = (word.endswith("ed") and len(word) > len("need")) or word in _IRREGULAR
    if not past or word in _HAPPENING or view.capitalised(index):
        return False
    before = view.words[index - 1] if index else ""
    before = view.words[index - 2] if is_adverb(before) and index > 1 else before
    adjective = before in DETERMINER or before in {"-", "of"}
    return not adjective and view.mention_at(view.treaties, index) is None


def _clause_start(view: View, end: int) -> int:
    """The token behind the last mark or link before `end`."""
    for index in range(end - 1, -1, -1):
        if view.words[index] in {",", ";", ":", "|", "that", "which", "who", "when", "because"}:
            return index + 1
    return 0
