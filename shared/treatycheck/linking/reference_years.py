"""Years in references: "the pact of 1951", "the 1987 treaty", right or nearly."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.linking.discourse import Discourse
from treatycheck.linking.treaty_names import GENERIC, TreatyNames
from treatycheck.model import Mention, Sentence, Token

_TELLING_APART = frozenset("on with between for against concerning about of to that which".split())
_NEAR_YEARS = 3


def year_behind(tokens: Sequence[Token], end: int, dates: Sequence[Mention]) -> Mention | None:
    """ "the pact of 1951"."""
    if end + 2 >= len(tokens) or tokens[end + 1].lower != "of":
        return None
    return next((date for date in dates if date.first == end + 2), None)


def the_one_of_near_year(
    sentence: Sentence, index: int, year: Mention, spoken_of: Sequence[Mention], discourse: Discourse
) -> Mention | None:
    """ "the 1958 pact" in a text that names one treaty and no other, which is of 1960: told with a wrong year."""
    plain = sentence.tokens[index].lower == "the" and year.first == index + 1 and len(year.value) == len("1958")
    values = {mention.value for mention in spoken_of} | discourse.named
    if not plain or len(values) != 1 or not spoken_of or not spoken_of[-1].value or len(sentence.tokens) <= index + 2:
        return None
    noun, behind = sentence.tokens[index + 2], sentence.tokens[index + 3 : index + 4]
    told_apart = any(token.lower in _TELLING_APART for token in behind)
    apart = abs(discourse.names.treaties[spoken_of[-1].value].year - int(year.value))
    return spoken_of[-1] if apart <= _NEAR_YEARS and noun.lower in GENERIC and not told_apart else None


def last_of_year(names: TreatyNames, candidates: Sequence[Mention], year: Mention) -> Mention | None:
    """The last of the treaties spoken of that is of a year."""
    known = [m for m in candidates if m.value and str(names.treaties[m.value].year) == year.value[:4]]
    return known[-1] if known else None
