"""Words and names compared: surnames, places, short phrases."""

from __future__ import annotations

import re
from functools import lru_cache

from treatycheck.text.synonyms import SYNONYMS
from treatycheck.text.tokens import without_accents

_EMPTY = frozenset(
    "a an the of in on at to by for with and or from as "
    "it its their all any both each which that this these those is are "
    "was were be been under into between over such other treaty states state parties party countries nations".split()
)
# a shorter word that differs in a letter is another word
_LEAST_LETTERS = 6
_SAME = {
    "defence": "defense",
    "weaponry": "weapon",
    "tests": "test",
    "testing": "test",
    "arms": "weapon",
    "stockpiling": "stockpile",
    "producing": "production",
    "produce": "production",
    "using": "use",
    "developing": "development",
    "develop": "development",
    "tested": "test",
    "ground": "land",
    "explosions": "test",
    "class": "category",
    "classes": "category",
    "categories": "category",
    "missiles": "missile",
    "armaments": "weapon",
    "arsenals": "weapon",
    "arsenal": "weapon",
    "cession": "cede",
    "cedes": "cede",
    "ceded": "cede",
    "ceding": "cede",
    "recognition": "recognise",
    "recognize": "recognise",
    "recognized": "recognise",
    "recognizes": "recognise",
    "independent": "independence",
    "extraterritoriality": "extraterritorial",
    "elimination": "eliminate",
    "destruction": "destroy",
    "prohibition": "prohibit",
    "protection": "protect",
    "creation": "create",
    "establishment": "establish",
    "reduction": "reduce",
    "reductions": "reduce",
    "limitation": "limit",
    "withdrawal": "withdraw",
    "partition": "divide",
    "division": "divide",
    "explosion": "test",
    "detonations": "test",
}


# words without a meaning of their own in what a treaty bans or grants
_LIGHT = _EMPTY | frozenset(
    "not no nor has have had having will would shall may must can who whom whose when where there them they he she "
    "his her him than then so also only any every own most more less least about after before during through upon "
    "agreement agreements convention conventions accord accords pact protocol provision provisions require requires "
    "required requiring oblige obliges obliged provide provides provided providing set sets call calls commit commits "
    "committed make makes made give gives gave given new signatory signatories member members government governments "
    "agree agreed undertake undertook pledge pledged promise promised refrain do does did doing using "
    "including include includes included among i ii allow allows allowed allowing permit permits permitted permitting "
    "let lets letting authorise authorised authorize authorized enable enables award awards awarded whatever there "
    "here it's up own still into".split()
)
_SUFFIXES = tuple(
    "isations izations isation ization ations ation itions ition ments ment ities ity ances ance ences ence ions ion "
    "ers ors er or ives ive ials ial als al ings ing ies ied ery ally ly es ed ty y s e".split()
)
_LEAST_STEM = 4
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower case without accents."""
    return text.lower() if text.isascii() else without_accents(text.lower())


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(text)))


# texts hardly repeat, their words do
@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    word = _SAME.get(word, word)
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word.rstrip("e") if len(word) > 4 else word


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, stemmed."""
    return frozenset(_stem(word) for word in words(text) if word not in _EMPTY)


@lru_cache(maxsize=8192)
def _root(word: str) -> str:
    """A word, or what it is a synonym of, without inflection and derivation: "inspection" and "inspected" are one."""
    word = SYNONYMS.get(word, word)
    ending = next((end for end in _SUFFIXES if word.endswith(end) and len(word) - len(end) >= _LEAST_STEM), "")
    return word[: len(word) - len(ending)]


@lru_cache(maxsize=8192)
def meaning_words(text: str) -> frozenset[str]:
    """The words that tell what a treaty contains, synonyms and derived forms as one."""
    return frozenset(_root(word) for word in words(text) if word not in _LIGHT)


def overlap(one: str, other: str) -> float:
    """Shared content words as a share of the shorter phrase's, 0 to 1."""
    first, second = content_words(one), content_words(other)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same surname, no contradicting first name."""
    first, second = words(one), words(other)
    if not first or not second:
        return False
    if first[-1] != second[-1] and not (len(first) > 1 and len(second) > 1 and _one_letter_off(first[-1], second[-1])):
        return set(first) <= set(second) or set(second) <= set(first)
    if len(first) == 1 or len(second) == 1:
        return True
    return first[0][0] == second[0][0] or first[0] in second or second[0] in first


def _one_letter_off(one: str, other: str) -> bool:
    """Whether two longer words differ in one letter put in, left out or changed."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST_LETTERS or len(long) - len(short) > 1:
        return False
    same = next((index for index, letter in enumerate(short) if letter != long[index]), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def same_place(one: str, other: str) -> bool:
    first, second = words(one), words(other)
    return bool(first) and bool(second) and (set(first) <= set(second) or set(second) <= set(first))
