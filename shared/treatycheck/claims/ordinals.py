"""Which one a party was in the order of joining: "the 50th state to ratify", "its accession was the twentieth"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from treatycheck.claims.count_words import SIGN_WORDS, counted_treaty, number_claim, takes_effect
from treatycheck.claims.frames import Filled
from treatycheck.claims.told_days import days_told
from treatycheck.claims.values import party_of
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, BE, is_adverb
from treatycheck.mentions.unit_words import QUALIFIERS
from treatycheck.model import Mention, MentionKind
from treatycheck.values.ordinals import may_begin_ordinal, ordinal_at

_ACTS = frozenset("ratification accession instrument deposit acceptance approval adherence".split())
_SIGNING = frozenset({"signature", "signatory"})
_JOINERS = frozenset("party member adherent".split())
_STATES = frozenset("state country nation government power signatory republic party member".split())
_JOIN = frozenset(
    "ratify ratified ratifying join joined joining accede acceded acceding approve approved accept accepted deposit "
    "deposited adhere".split()
)
_SIGN = frozenset({"sign", "signed", "signing"})
_BECAME = frozenset({"became", "becomes", "become", "was", "is", "as"})
_LINKS = frozenset("after once when upon following with of by".split())
_QUALIFIERS = QUALIFIERS | frozenset({"and", "last", "final", "required", "necessary", "needed", "crucial", "states"})
_BODIES = frozenset(
    "nato un eu wto eec union organisation organization alliance league council nations bloc club community".split()
)
_NUMBER = frozenset({"number", "no."})
_MOST_QUALIFIERS, _REACH = 4, 9
_BY_ACT = _SIGN | _JOIN


def fill_ordinals(view: View, plain: str) -> Iterator[Filled]:
    """Claims of the order in which parties joined or signed."""
    hundredth = "hundredth" in view.said
    if not hundredth and not any(map(_may_begin, view.said)):
        return
    taken = {index for date in view.dates for index in range(date.first, date.last + 1)}
    words = list(view.words)
    for index, word in enumerate(words):
        may_be = (hundredth or _may_begin(word)) and index not in taken
        read = (ordinal_at(words, index) or _numbered(words, index)) if may_be else None
        if read is None or read[0] < 2 or words[index - 1 : index] == ["-"]:
            continue
        told = _told(view, index, read[1])
        treaty = counted_treaty(view, _mention(view, index, read), told[1]) if told else None
        if told and treaty:
            yield _claim(view, index, read, told, treaty, plain)


@lru_cache(maxsize=8192)
def _may_begin(word: str) -> bool:
    """Whether an ordinal, or a number that stands for one, may begin with a word."""
    return may_begin_ordinal(word) or word in _NUMBER


def _numbered(words: list[str], index: int) -> tuple[int, int] | None:
    """ "state party number 117", "joined as number 135"."""
    if words[index] not in _NUMBER or index + 1 >= len(words) or not words[index + 1].isdecimal():
        return None
    known = set(words[max(0, index - 2) : index]) & (_STATES | _ACTS | _JOINERS | {"as", "was"})
    return (int(words[index + 1]), index + 2) if known and len(words[index + 1]) < 4 else None


def _mention(view: View, first: int, read: tuple[int, int]) -> Mention:
    span = view.span(first, read[1] - 1)
    return Mention(MentionKind.NUMBER, span, first, read[1] - 1, str(read[0]), "")


def _claim(view: View, first: int, read: tuple[int, int], told: tuple[str, int], treaty: Mention, plain: str) -> Filled:
    relation, last = told
    mention = _mention(view, first, read)
    start = first - 1 if view.words[first - 1 : first] == ("the",) else first
    if relation == "party_count" and _brings_into_force(view, first):
        normalized = f"{read[0]} ratifications"
        return number_claim(
            view, mention, treaty, "limit", (start, last), plain, normalized=normalized, stage="ordinal"
        )
    filled = number_claim(
        view, mention, treaty, relation, (start, last), plain, stage="ordinal", when=days_told(view, past=True)
    )
    party = _who(view, start)
    return filled if party is None else filled._replace(claim=filled.claim._replace(party=party_of(party, plain)))


def _who(view: View, start: int) -> Mention | None:
    """ "Peru became the 40th country …": who took that place."""
    if not _BECAME & set(view.words[max(0, start - 2) : start]):
        return None
    near = [party for party in view.parties if 0 < start - party.last <= 3]
    return near[-1] if near else None


def _brings_into_force(view: View, first: int) -> bool:
    """ "took effect once the fiftieth state had ratified": the order is what it took."""
    who = _who(view, first)
    begin = who.first + 1 if who else first
    return takes_effect(view) is not None and bool(_LINKS & set(view.words[max(0, begin - 3) : first]))


def _told(view: View, first: int, end: int) -> tuple[str, int] | None:
    """The relation and the last token of what an ordinal counts."""
    if view.words[first] in _NUMBER:
        around = set(view.words[max(0, first - 22) : end])
        return ("party_count", end - 1) if around & (_JOIN | _ACTS | _JOINERS) else None
    index = end
    while index < min(view.length, end + _MOST_QUALIFIERS) and view.words[index] in _QUALIFIERS - _STATES:
        index += 1
    noun = view.words[index] if index < view.length else ""
    if noun in _SIGNING and view.words[index + 1 : index + 2] != ("to",):
        return "signatory_count", index
    if noun in _ACTS or (noun in _JOINERS and _is_of_treaty(view, index)):
        return "party_count", index
    if noun in _STATES or noun == "of":
        return _by_verb(view, index)
    return _of_act_before(view, first, end)


def _is_of_treaty(view: View, index: int) -> bool:
    """ "the 190th member of the convention"; of an organisation there may be as many."""
    following = view.words[index + 1 : index + 2]
    if following and following[0] in {"to", "of"}:
        return any(0 < treaty.first - index <= 3 for treaty in view.treaties)
    joined = _JOIN & set(view.words[max(0, index - 18) : index])
    return bool(joined) or (bool(view.treaties) and not _BODIES & set(view.words))


def _by_verb(view: View, index: int) -> tuple[str, int] | None:
    """ "the 36th of its 53 members to ratify", "the fiftieth state had ratified"."""
    for place in range(index + 1, min(view.length, index + _REACH)):
        word = view.words[place]
        if word in {",", ";", "."}:
            return None
        if word in _BY_ACT:
            linked = view.words[place - 1] in AUXILIARY | {"to", "that", "and"} or is_adverb(view.words[place - 1])
            relation = "signatory_count" if word in _SIGN else "party_count"
            return (relation, place) if linked or place == index + 1 else None
    return _is_party_to(view, index)


def _is_party_to(view: View, index: int) -> tuple[str, int] | None:
    """ "the 12th country to become a party to the pact"."""
    behind = view.words[index + 1 : index + 7]
    joined = {"part", "party", "member", "bound"} & set(behind)
    return ("party_count", min(view.length - 1, index + 5)) if joined and behind[:1] == ("to",) else None


def _of_act_before(view: View, first: int, end: int) -> tuple[str, int] | None:
    """ "its accession was the twentieth", "Peru's ratification in May, the fortieth, …"."""
    behind = view.words[end : end + 1]
    if view.words[first - 1 : first] != ("the",) or (behind and behind[0] not in {",", ".", ";", ")", "and"}):
        return None
    before = view.words[max(0, first - 14) : first - 1]
    if not before or before[-1] not in BE | {","}:
        return None
    near = [word for word in before if word in _ACTS | SIGN_WORDS]
    if not near:
        return None
    return ("signatory_count" if near[-1] in SIGN_WORDS else "party_count"), end - 1
