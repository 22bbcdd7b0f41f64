"""The words before a number or date that say how exact it is."""

from __future__ import annotations

from treatycheck.mentions.readings import lower_at
from treatycheck.model import Mention, Sentence

_WORDINGS = {
    "about": "about|around|some|roughly|approximately|circa|c.|ca.|an estimated",
    "nearly": "nearly|almost|close to|just under|approaching",
    "more_than": "more than|over|above|upwards of|greater than|beyond",
    "less_than": "less than|fewer than|under|below|lower than",
    "at_least": "at least|no less than|no fewer than|not less than|a minimum of",
    "at_most": "at most|up to|no more than|not more than|no longer than|no higher than|no greater than|not exceed|"
    "not exceeding|a maximum of|maximum",
}
_PHRASES = {tuple(phrase.split()): modifier for modifier, phrases in _WORDINGS.items() for phrase in phrases.split("|")}
_LONGEST = 3
_FILLERS = frozenset({"the", "$", "between", "from", "only"})
_MOST_FILLERS = 2


def modifier_before(sentence: Sentence, mention: Mention) -> str | None:
    """What stands before a mention: about, nearly, more_than, less_than, at_least, at_most, or None."""
    end = mention.first
    for _ in range(_MOST_FILLERS + 1):
        found = _phrase_ending(sentence, end)
        if found or lower_at(sentence.tokens, end - 1) not in _FILLERS:
            return found
        end -= 1
    return None


def _phrase_ending(sentence: Sentence, end: int) -> str | None:
    for length in range(min(_LONGEST, end), 0, -1):
        words = tuple(token.lower for token in sentence.tokens[end - length : end])
        if words in _PHRASES:
            return _PHRASES[words]
    return None
