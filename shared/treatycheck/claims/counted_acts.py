"""What those did who are counted: the verb behind "187 nations", past asides, wholes and partners."""

from __future__ import annotations

from treatycheck.claims.count_words import JOIN_WORDS, MEMBERS, SIGN_WORDS, STATES
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, HAVE, MODAL, is_adverb
from treatycheck.model import Mention

DENIED = frozenset({"not", "never", "yet", "neither", "nor", "n't", "without"})
_PASSED_OVER = frozenset("that which who to so far date all together either now currently today and or".split())
_REGIONS = frozenset("the state government and - region continent area zone bloc subregion".split())
_NEAR_VERB, _ASIDE = 10, 16
_DOUBT = MODAL - {"will"}


def verb_behind(view: View, mention: Mention) -> tuple[str, int] | None:
    """What the counted ones did ("sign", "join", "else"), and where its words end."""
    index = _behind_aside(view, mention.last + 1)
    begin = index
    while index < min(view.length, begin + _NEAR_VERB):
        word = view.words[index]
        if word in DENIED or word in _DOUBT or word.endswith("n't"):
            return "else", index
        if word in SIGN_WORDS or word == "concluded":
            return "sign", index + (view.words[index + 1 : index + 2] in {("up",), ("on",)})
        if word in {"put", "putting", "affixed", "set"} and set(view.words[index : index + 5]) & {
            "names",
            "signatures",
        }:
            return "sign", index + 2
        if word in JOIN_WORDS:
            return "join", index
        if (
            word in {"deposited", "lodged"}
            and HAVE & set(view.words[begin:index])
            and JOIN_WORDS & set(view.words[index : index + 7])
        ):
            return "join", index + 1
        if word in {"make", "made", "makes"} and view.words[index + 1 : index + 2] == ("up",):
            return "join", index + 1
        if named := view.mention_at((*view.parties, *view.dates), index + (word in {"the", "a", "on"})):
            index = named.last
        elif not (word in AUXILIARY or is_adverb(word) or word in _PASSED_OVER or word == ","):
            return _else(view, begin, index)
        index += 1
    return None


def _else(view: View, begin: int, index: int) -> tuple[str, int] | None:
    """Whether another verb stands at a token, or an auxiliary in between."""
    word = view.words[index]
    acts = word.endswith("ed") or any(p.first <= index <= p.last and p.kind == "verb" for p in view.predicates)
    return ("else", index) if acts or set(view.words[begin:index]) & (AUXILIARY - HAVE) else None


def _behind_aside(view: View, index: int) -> int:
    """Past an apposition, a parenthesis or a whole: "175 parties, 174 countries and the EU, signed", "9 of the 44"."""
    if view.words[index : index + 1] == ("of",):
        named = (
            place for place in range(index + 1, min(view.length, index + 7)) if view.words[place] in STATES | MEMBERS
        )
        found = next(named, None)
        return found + 1 if found is not None else _behind_region(view, index)
    closing = {"(": ")", ",": ",", "\u2014": "\u2014", "\u2013": "\u2013"}.get(
        view.words[index] if index < view.length else ""
    )
    if closing is None:
        return index
    for place in range(index + 1, min(view.length, index + _ASIDE)):
        if view.words[place] == closing:
            return place + 1
    return index


def _behind_region(view: View, index: int) -> int:
    """Past what the counted ones lie in: "the ten nations of Southeast Asia signed", "the states of the region"."""
    place = index + 1
    while place < view.length and (view.capitalised(place) or view.words[place] in _REGIONS):
        place += 1
    return place if place > index + 1 else index
