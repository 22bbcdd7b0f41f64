"""What a phrase says of a treaty's contents, as words that can be compared with a fact's."""

from __future__ import annotations

from functools import cache, lru_cache

from treatycheck.mentions.entities import lexicon
from treatycheck.text.likeness import meaning_words, plain

_COMMON = meaning_words(
    "nuclear weapon war international country united soviet military force world union peace rights territory national "
    "trade limit create control number level year side power missile protect economic law cooperation use"
)
_PERMITTING = frozenset(
    "allow allows allowed allowing permit permits permitted permitting let lets letting may can entitle entitles "
    "entitled entitling authorise authorises authorised authorising authorize authorizes authorized authorizing free "
    "right rights exempt exempts exempted freedom".split()
)
_PHRASES = (
    ("U.S.", "US"),
    ("U.K.", "UK"),
    ("give up", "cede"),
    ("gives up", "cede"),
    ("gave up", "cede"),
    ("given up", "cede"),
    ("giving up", "cede"),
    ("self-rule", "autonomy"),
    ("self-govern", "autonomy "),
    ("rule itself", "autonomy"),
    ("rules itself", "autonomy"),
    ("set up", "create"),
    ("sets up", "create"),
)
_TURNING = frozenset({"not", "only", "no", "nor", "never", "neither", "without"})


@cache
def _names_by_demonym() -> dict[str, str]:
    """ "spanish" and "spaniards" to "Spain", "ussr" to "Soviet Union"."""
    found: dict[str, str] = {}
    for name, party in lexicon().single_words.items():
        found.setdefault(name, lexicon().party_names[party])
    return found


# texts hardly repeat, their words do
@lru_cache(maxsize=8192)
def _roots(word: str) -> frozenset[str]:
    """The roots of a word as it stands in a text."""
    bare = word.strip(".,;:()[]\"'\u201c\u201d\u2018\u2019")
    bare = bare.removesuffix("'s").removesuffix("\u2019s")
    told = _names_by_demonym().get(bare, bare)
    return frozenset(root for root in meaning_words(told) if len(root) > 1 or root.isdigit())


@lru_cache(maxsize=8192)
def meaning(text: str) -> frozenset[str]:
    """The roots of the words that carry meaning; a people stands for its state."""
    for phrase, word in _PHRASES:
        text = text.replace(phrase, word)
    return frozenset().union(*map(_roots, text.replace("/", " ").replace("-", " ").split()))


@cache
def _light() -> frozenset[str]:
    """What half of all treaties speak of, and the names of states: two of them weigh as much as one telling word."""
    return _COMMON | _states()


@cache
def _states() -> frozenset[str]:
    return meaning_words(" ".join(lexicon().party_names.values()))


def weight(words: frozenset[str]) -> float:
    return len(words) - 0.5 * len(words & _light())


def telling(words: frozenset[str]) -> frozenset[str]:
    """The words that few treaties share."""
    return words - _light()


def states_told(words: frozenset[str]) -> frozenset[str]:
    """The words among some that are of the names of states."""
    return (words & _states()) - _COMMON


def permits(text: str) -> bool:
    """Whether a phrase allows something, and does not take it back."""
    words = plain(text).split()
    return not _PERMITTING.isdisjoint(words) and _TURNING.isdisjoint(words)
