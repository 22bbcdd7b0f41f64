"""What those did who are counted behind "by": "signed in Washington by twelve states"."""

from __future__ import annotations

from typing import NamedTuple

from treatycheck.claims.count_words import JOIN_WORDS, SIGN_WORDS
from treatycheck.claims.counted_acts import DENIED
from treatycheck.claims.view import View
from treatycheck.model import Mention

PEOPLE = frozenset("parties party members member signatories signatory".split())
BEFORE_NUMBERS = frozenset(
    "the all some of more than over at least about nearly almost only just a total around fewer less these".split()
)
_NEAR_BY = 16
_ACTS = SIGN_WORDS | JOIN_WORDS


class Told(NamedTuple):
    """What a number of states did, to which token its words reach, and how it is told."""

    relation: str
    first: int
    last: int
    past: bool = False
    standing: bool = False
    presupposed: bool = False


def agent_mark(view: View, mention: Mention) -> int | None:
    """The "by" whose agents a number counts: "by 12 states", "by all of the 17 nations", "by more than 100"."""
    for index in range(mention.first - 1, max(-1, mention.first - 5), -1):
        word = view.words[index]
        if word == "by":
            return index
        if word not in BEFORE_NUMBERS:
            return None
    return None


def by_agents(view: View, mention: Mention, mark: int) -> Told | None:
    """ "signed in Washington on 1 December 1959 by twelve states": the nearest word before "by" that takes agents."""
    for index in range(mark - 1, max(-1, mark - _NEAR_BY), -1):
        word = view.words[index]
        if word in {";", "."} or _acts_otherwise(view, index):
            return None
        if word in _ACTS and word not in PEOPLE:
            if DENIED & set(view.words[max(0, index - 4) : index]):
                return None
            past = not (set(view.words[max(0, index - 4) : index]) & {"has", "have", "is", "are"})
            return Told("signatory_count" if word in SIGN_WORDS else "party_count", index, mention.last, past)
    return None


def _acts_otherwise(view: View, index: int) -> bool:
    """A participle of another verb between the number and the verb of joining: "adopted by 120 countries"."""
    word = view.words[index]
    ends = word.endswith(("ed", "en", "ought", "ade")) and word not in _ACTS
    return ends and view.words[index + 1] == "by"
