"""Names as they are mistyped: with one or two typing errors, a word left out, words in another order.

What tells names apart is left alone: figures, numerals, acronyms, short words, "New". States, places and the words that
say what kind of treaty it is are not left out, but there may be a slip of the finger in them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.wording.filling import Filler
from benchmarks.wording.plain import NOUNS, PLAIN
from treatycheck.linking.treaty_names import GENERIC, LINKS
from treatycheck.mentions.entities import is_name
from treatycheck.mentions.gazetteer import name_keys
from treatycheck.model import Treaty

CARRIERS = (
    "Ministers spent the evening on the {name} and little else.",
    "What the {name} asks of its members was read out again.",
    "Nobody at the table doubted that the {name} would last.",
    "Under the {name}, the two offices share their files.",
    "She wrote her thesis about the {name} in a winter.",
    "A copy of the {name} hangs in the hall of the old school.",
    "The {name} was quoted twice, both times wrongly.",
    "Critics of the {name} met in a café by the river.",
    "Lawyers say that the {name} is clear on this point.",
    "It took years to put the {name} into practice.",
    "In the end the {name} was left as it stood.",
    "The envoy praised the {name} before he flew home.",
)
_KEYS = {
    letter: near
    for near in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for letter, near in (
        (each, near[max(0, place - 1) : place] + near[place + 1 : place + 2]) for place, each in enumerate(near)
    )
}
_GUARDED = frozenset({"new", "north", "south", "east", "west"})
_LEAST_LETTERS, _LEAST_TELLING, _LEAST_WORDS = 5, 4, 3


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and where the name of which treaty stands in it; none where `treaty` is empty."""

    text: str
    start: int = 0
    end: int = 0
    treaty: str = ""
    kind: str = "no name"


def cases(treaties: Sequence[Treaty], count: int, seed: int) -> Iterator[Case]:
    """So many sentences with a name each, and half as many without."""
    chance, filler = random.Random(seed), Filler(seed)
    told = _told_apart(treaties)
    spelt = {text: treaty for treaty in treaties for text in _names(treaty) if not _is_anothers(text, treaty, told)}
    names, kinds, made = sorted(spelt), tuple(CHANGES.items()), 0
    while made < count:
        kind, steps = kinds[made % len(kinds)]
        name = chance.choice(names)
        changed: list[str] | None = name.split()
        for step in steps:
            changed = step(changed, name.split(), chance) if changed else None
            changed = None if changed and _is_anothers(" ".join(changed), spelt[name], told) else changed
        if changed is None:
            continue
        made += 1
        yield _case(chance.choice(CARRIERS), " ".join(changed), spelt[name].id, kind)
        if made % 2:
            yield Case(filler.filled(chance.choice(NOUNS if made % 6 == 1 else PLAIN)))


def _case(carrier: str, name: str, treaty: str, kind: str) -> Case:
    start = carrier.index("{name}")
    return Case(carrier.format(name=name), start, start + len(name), treaty, kind)


def _names(treaty: Treaty) -> list[str]:
    """The names of two words and more that are the treaty's own, in capitals as names are."""
    texts = dict.fromkeys((treaty.name, treaty.official_title, *treaty.names))
    return [text for text in texts if len(name_keys(text)) > 1 and len(text.split()) <= 14 and _is_title(text)]


def _is_title(text: str) -> bool:
    words = text.replace("-", " ").split()
    return all(word[0].isupper() or word[0].isdigit() or word in LINKS | {"between"} for word in words)


def _told_apart(treaties: Sequence[Treaty]) -> dict[frozenset[str], set[str]]:
    """The words of all names, whole and but for one word, and the treaties that are so called."""
    held: dict[frozenset[str], set[str]] = {}
    for treaty in treaties:
        others = (name for _, name in treaty.other_names)
        own = (treaty.name, treaty.official_title, *treaty.names, *treaty.acronyms, *treaty.shared_names)
        for text in (*own, *others):
            words = _words(text)
            for fewer in (words, *(words - {word} for word in words)):
                held.setdefault(fewer, set()).add(treaty.id)
    return held


def _words(text: str) -> frozenset[str]:
    return frozenset(key for key in name_keys(text) if key not in LINKS)


def _is_anothers(text: str, treaty: Treaty, told: dict[frozenset[str], set[str]]) -> bool:
    """Whether another treaty is so called, or so but for one word."""
    return bool(told.get(_words(text), set()) - {treaty.id})


def _with_error(words: list[str], whole: list[str], chance: random.Random) -> list[str] | None:
    """A typing error in a word that has none yet."""
    places = [place for place, word in enumerate(words) if _may_change(word) and word in whole]
    if not places:
        return None
    place = chance.choice(places)
    return [*words[:place], _mistyped(words[place], chance), *words[place + 1 :]]


def _with_gap(words: list[str], _: list[str], chance: random.Random) -> list[str] | None:
    """Without one word, where enough are left to tell the name."""
    own = [place for place, word in enumerate(words) if _may_change(word) and not _tells_apart(word)]
    if len(own) < _LEAST_TELLING:
        return None
    place = chance.choice(own)
    return words[:place] + words[place + 1 :]


def _in_another_order(words: list[str], _: list[str], chance: random.Random) -> list[str] | None:
    """Two neighbours changed about, or the first words put behind the others, of a name of three words and more."""
    if len(words) < _LEAST_WORDS:
        return None
    if chance.random() < 0.5:
        place = chance.randrange(len(words) - 1)
        changed = [*words[:place], words[place + 1], words[place], *words[place + 2 :]]
    else:
        place = chance.randrange(1, len(words))
        changed = words[place:] + words[:place]
    ends = changed[0], changed[-1]
    return None if changed == words or any(end.lower() in LINKS for end in ends) else changed


Change = Callable[[list[str], list[str], random.Random], list[str] | None]
CHANGES: dict[str, tuple[Change, ...]] = {
    "as it is": (),
    "one typing error": (_with_error,),
    "two typing errors": (_with_error, _with_error),
    "a word left out": (_with_gap,),
    "in another order": (_in_another_order,),
    "a word left out, one typing error": (_with_gap, _with_error),
}


def _may_change(word: str) -> bool:
    return word.isalpha() and len(word) >= _LEAST_LETTERS and not word.isupper() and word.lower() not in _GUARDED


def _tells_apart(word: str) -> bool:
    """Whether a word is a noun such as "treaty", or the name of a state, person or place."""
    return word.lower() in GENERIC or is_name(word)


def _mistyped(word: str, chance: random.Random) -> str:
    """A letter left out, doubled, changed about with the next one, or struck beside its key; the first one stays."""
    place = chance.randrange(1, len(word) - 1)
    letter = word[place]
    near = _KEYS.get(letter, "")
    changed = chance.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place:],
            word[:place] + word[place + 1] + letter + word[place + 2 :],
            word[:place] + (chance.choice(near) if near else letter) + word[place + 1 :],
        )
    )
    return changed if changed != word else word[:place] + word[place + 1 :]


def written(held: Sequence[Case]) -> str:
    """Cases as JSON for the programs: the texts alone."""
    return json.dumps([case.text for case in held])
