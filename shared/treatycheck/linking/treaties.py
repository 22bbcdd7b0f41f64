"""Finds the names of treaties in a sentence: exact names first, misspelt ones under guards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from treatycheck.linking.joined_names import joined_names
from treatycheck.linking.misspellings import AMENDING, NUMERAL, amending_noun, treaty_mention, with_unlisted_names
from treatycheck.linking.namesakes import is_namesake
from treatycheck.linking.short_names import short_with_year
from treatycheck.linking.treaty_names import COMMON_WORDS, DEEDS, GENERIC, LINKS, SHORT_ACRONYM, Name, TreatyNames
from treatycheck.model import MatchMethod, Mention, Sentence, Token
from treatycheck.values.calendar_words import CALENDAR

_NOT_THE_TREATY = frozenset(
    "talks talk negotiations negotiation system systems missile "
    "missiles weapon weapons forces process proposal proposals "
    "review conference capability capabilities organization organisation "
    "allies alliance secretariat tariff council bloc "
    "host hosts countries members summit troops headquarters commander membership technology technologies interceptors "
    "interceptor radar radars defense defence defenses defences program programme commission committee "
    "regime organizations era".split()
)
_ALSO_WEAPONS = frozenset({"abm", "inf", "salt", "start", "cfe"})
_ORGANISATION = frozenset({"organization", "organisation", "organizations"})
_LONGEST_TITLE, _LEAST_CAPITALS = 14, 3
_TOPIC_MARKS = frozenset({"on", "for", "about", "against", "with"})
_FURTHER = frozenset({"additional", "optional", "supplementary"})


class _Found(NamedTuple):
    end: int
    names: tuple[Name, ...]


def _capitals_fit(tokens: Sequence[Token], start: int, end: int, name: Name) -> bool:
    words = [token.text for token in tokens[start:end] if token.text[0].isalpha()]
    if not words:
        return False
    if name.exact:
        return words[0].replace(".", "").isupper() or _titled_acronym(tokens, start, end)
    noun = any(word.lower() in GENERIC for word in words)
    if any(word[0].isupper() for word in words):
        return noun or all(word[0].isupper() for word in words if word.lower() not in LINKS | DEEDS)
    return noun and len(words) > (1 if name.shared else 2)


def _titled_acronym(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Nafta", and "Start" only before its noun ("the Start treaty")."""
    word = tokens[start].text
    if not word[0].isupper():
        return False
    followed = end < len(tokens) and tokens[end].lower in GENERIC
    return followed or (word.lower() not in COMMON_WORDS and len(word) > SHORT_ACRONYM)


def _longest(tokens: Sequence[Token], keys: Sequence[str], start: int, names: TreatyNames) -> _Found | None:
    best: _Found | None = None
    for end, payloads in names.gazetteer.matches(tokens, keys, start):
        fitting = tuple(name for name in payloads if _capitals_fit(tokens, start, end, name))
        if fitting:
            best = _Found(end, fitting)
    return best


def _extended(tokens: Sequence[Token], end: int) -> int:
    """Takes in "(INF)" and a noun behind the name."""
    if (
        end + 2 < len(tokens)
        and tokens[end].text == "("
        and tokens[end + 2].text == ")"
        and tokens[end + 1].text.isupper()
    ):
        end += 3
    elif (
        end + 3 < len(tokens)
        and tokens[end].text == "("
        and tokens[end + 3].text == ")"
        and tokens[end + 1].text.isupper()
        and NUMERAL.fullmatch(tokens[end + 2].lower)
    ):
        end += 4
    if end < len(tokens) and tokens[end].lower in GENERIC and tokens[end - 1].lower not in GENERIC:
        end += 1
    return _with_rest_of_title(tokens, end)


def _with_rest_of_title(tokens: Sequence[Token], end: int) -> int:
    """ "the Brussels Treaty of Economic, Social and Cultural Collaboration": the title goes on in capitals."""
    if end >= len(tokens) or tokens[end].lower not in {"of", "on"} or tokens[end - 1].lower not in GENERIC:
        return end
    last, capitals, index = end, 0, end + 1
    while index < len(tokens) and index - end < _LONGEST_TITLE:
        token = tokens[index]
        if token.text[0].isupper() and token.text.isalpha() and token.lower not in CALENDAR:
            last, capitals = index + 1, capitals + 1
        elif token.text not in {",", "-"} and token.lower not in LINKS - {"in", "to", "for"}:
            break
        index += 1
    return last if capitals >= _LEAST_CAPITALS else end


def _means_something_else(tokens: Sequence[Token], start: int, found: _Found) -> bool:
    # "Protocol IV" is not what "Additional Protocol IV" names
    if start and tokens[start].lower in GENERIC and tokens[start - 1].lower in _FURTHER:
        return True
    following = tokens[found.end] if found.end < len(tokens) else None
    if following is None:
        return False
    last = tokens[found.end - 1]
    if following.text == "-" and found.end + 1 < len(tokens) and following.start == last.end:
        following = tokens[found.end + 1]
        if following.lower in {"style", "like", "type", "era"}:
            return True
    if NUMERAL.fullmatch(following.lower) and following.text.isupper() and last.text in {"START", "SALT", "Protocol"}:
        return True
    if any(name.text.lower() in _ALSO_WEAPONS for name in found.names):
        return following.lower in _NOT_THE_TREATY
    noun = any(token.lower in GENERIC for token in tokens[start : found.end])
    return not noun and len(found.names[0].text.split()) > 1 and following.lower in _NOT_THE_TREATY


def find_treaties(sentence: Sentence, keys: Sequence[str], names: TreatyNames) -> tuple[Mention, ...]:
    """The treaties that a sentence names, in order. Unknown ones have the value ""."""
    tokens = sentence.tokens
    joined = {mention.first: mention for mention in joined_names(tokens, names)}
    bracketed = names.short.starts(keys) if "(" in sentence.words else ()
    starts = {*joined, *names.gazetteer.starts(keys), *bracketed}
    mentions: list[Mention] = []
    index = 0
    while index < len(tokens):
        if index not in starts:
            index += 1
            continue
        if index in joined:
            mentions.append(joined[index])
            index = joined[index].last + 1
            continue
        found = _longest(tokens, keys, index, names)
        if found is None and (short := short_with_year(tokens, keys, index, names)):
            mentions.append(short)
            index = short.last + 1
            continue
        if found and tokens[index].lower == "the":
            inner = _longest(tokens, keys, index + 1, names)
            index, found = (index + 1, inner) if inner and inner.end > found.end else (index, found)
        if found and (
            _is_another(tokens, index, found.end) or is_namesake(tokens, index, found.end, found.names, names)
        ):
            mentions.append(treaty_mention(tokens, index, found.end, "", MatchMethod.NAME, 0.0))
            index = found.end
        elif found and (_is_organisation(tokens, found.end) or _is_amended(tokens, found.end)):
            mentions.append(treaty_mention(tokens, index, found.end + 1, "", MatchMethod.NAME, 0.0))
            index = found.end + 1
        elif found and not _means_something_else(tokens, index, found):
            end = _extended(tokens, found.end)
            owner = amending_noun(tokens, index)
            if owner is not None:
                mentions.append(treaty_mention(tokens, owner, end, "", MatchMethod.NAME, 0.0))
            elif not _is_indefinite(tokens, index, end):
                mentions.append(_named(tokens, index, end, found.names, names))
            index = end
        else:
            index += 1
    return with_unlisted_names(tokens, keys, mentions, names)


def _is_another(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a listed name is borne by a treaty that is not the listed one: "another", "signed its own Treaty of"."""
    another = start > 0 and tokens[start - 1].lower in {"another", "own"}
    return another or _is_of_an_owner(tokens, start, end) or _is_between_others(tokens, end)


def _is_amended(tokens: Sequence[Token], end: int) -> bool:
    """ "the MARPOL Protocol", "the NAFTA Amendment": what a listed name of another kind is only a part of."""
    behind = tokens[end] if end < len(tokens) else None
    return behind is not None and behind.lower in AMENDING and behind.text[0].isupper()


def _is_of_an_owner(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "the WTO's accord on fisheries": one of several that an organisation made, not the one that made it."""
    owned = end - start > 2 and tokens[end - 2].lower == "'s" and tokens[end - 1].text.islower()
    return owned and end < len(tokens) and tokens[end].lower in _TOPIC_MARKS


def _is_between_others(tokens: Sequence[Token], end: int) -> bool:
    """ "a Paris agreement between the two clubs": parties that are no states."""
    if end >= len(tokens) or tokens[end].lower != "between" or not tokens[end - 1].text.islower():
        return False
    return not any(token.text[0].isupper() for token in tokens[end + 1 : end + 6])


def _is_organisation(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].lower in _ORGANISATION


def _is_indefinite(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "a Munich agreement on housing": a place and a common noun are no name behind an article."""
    lower_noun = tokens[end - 1].lower in GENERIC and tokens[end - 1].text.islower()
    return lower_noun and end - start == 2 and start > 0 and tokens[start - 1].lower in {"a", "an"}


def _named(tokens: Sequence[Token], start: int, end: int, found: tuple[Name, ...], names: TreatyNames) -> Mention:
    own = tuple(dict.fromkeys(name.treaty for name in found if not name.shared))
    candidates = tuple(sorted({name.treaty for name in found}, key=lambda item: (names.treaties[item].year, item)))
    value = own[0] if len(own) == 1 else ""
    return treaty_mention(
        tokens, start, end, value, MatchMethod.NAME, 1.0, () if value and len(candidates) == 1 else candidates
    )
