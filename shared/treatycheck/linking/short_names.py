"""Names without their noun: "Lausanne (1923)", "Montreux remains in force" in a text about the Montreux Convention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from treatycheck.linking.misspellings import treaty_mention
from treatycheck.linking.spellings import Spellings
from treatycheck.linking.treaty_names import GENERIC, TreatyNames, short_names_of
from treatycheck.mentions.gazetteer import name_keys
from treatycheck.model import MatchMethod, Mention, Sentence, Token

_YEARS_NEAR = 5
_OF_A_PLACE = frozenset(
    "in at from to near into towards through around outside leave left visit visited visiting reached between and "
    "the , city town village".split()
)
_VERBS_OF_TREATIES = frozenset(
    "remains remained bans banned limits limited requires required allows allowed provides provided "
    "gives gave sets set entered expires expired came took prohibits prohibited created established ended does did "
    "would will obliges obliged".split()
)
_AUXILIARIES = frozenset("is was has had".split())
_DONE_TO_TREATIES = frozenset(
    "signed ratified adopted concluded negotiated expired lapsed entered amended replaced superseded still in".split()
)
_TREATY_PREPOSITIONS = frozenset("under signed ratified ratify sign signing ratifying violate violated".split())


def short_with_year(tokens: Sequence[Token], keys: Sequence[str], start: int, names: TreatyNames) -> Mention | None:
    """ "Lausanne (1923)": told by a year near the treaty's."""
    if not tokens[start].text[0].isupper() or _is_in_list_of_places(tokens, start):
        return None
    for end, treaties in names.short.matches(tokens, keys, start):
        year = (
            tokens[end + 1].text
            if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")"
            else ""
        )
        if len(year) == 4 and year.isdigit():
            near = [item for item in treaties if abs(names.treaties[item].year - int(year)) <= _YEARS_NEAR]
            if near:
                nearest = min(near, key=lambda item: abs(names.treaties[item].year - int(year)))
                return treaty_mention(tokens, start, end, nearest, MatchMethod.CONTEXT, 0.8)
    return None


def _is_in_list_of_places(tokens: Sequence[Token], start: int) -> bool:
    """ "met in Kyoto (1997), Copenhagen (2009) and Paris (2015)": where something took place."""
    index = start - 1
    while index > 0 and (tokens[index].text in {",", "and", "(", ")"} or tokens[index].text.isdigit()):
        index -= 1 + (tokens[index - 1].text[0].isupper() and tokens[index].text == "(")
    return index >= 0 and tokens[index].lower in {"in", "at"}


def words_of_short_names(spoken_of: Set[str], names: TreatyNames, spellings: Spellings) -> Iterator[str]:
    """The words of a text, as they are written, with which the short names of some treaties may begin in it."""
    keys = {name_keys(short)[0] for item in spoken_of for short in short_names_of(names.treaties[item])}
    # the part of a word before an apostrophe stands alone in the text's words
    return spellings.capitalised(keys | {key.split("'")[0] for key in keys})


def short_names(
    sentence: Sentence, keys: Sequence[str], found: Sequence[Mention], spoken_of: Set[str], names: TreatyNames
) -> tuple[Mention, ...]:
    """A sentence's mentions with the short names of treaties that the text names in full elsewhere, in order."""
    covered = {index for mention in found for index in range(mention.first, mention.last + 1)}
    added: list[Mention] = []
    for start in names.short.starts(keys):
        if start in covered or not sentence.tokens[start].text[0].isupper():
            continue
        for end, treaties in names.short.matches(sentence.tokens, keys, start):
            told = [item for item in treaties if item in spoken_of]
            if len(told) == 1 and not covered & set(range(start, end)) and _is_treaty(sentence.tokens, start, end):
                added.append(treaty_mention(sentence.tokens, start, end, told[0], MatchMethod.CONTEXT, 0.8))
                covered.update(range(start, end))
    return tuple(sorted((*found, *added), key=lambda mention: mention.first)) if added else tuple(found)


def _is_treaty(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a name that is a place's, too, stands where only the treaty fits: it does what treaties do."""
    before = tokens[start - 1].lower if start else "."
    behind = tokens[end].lower if end < len(tokens) else "."
    if before in _TREATY_PREPOSITIONS:
        return behind not in GENERIC
    if behind in _AUXILIARIES:
        behind = tokens[end + 1].lower if end + 1 < len(tokens) else "."
        return before not in _OF_A_PLACE and behind in _DONE_TO_TREATIES
    return before not in _OF_A_PLACE and behind in _VERBS_OF_TREATIES
