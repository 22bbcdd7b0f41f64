"""Texts to measure on, made of wordings of our own: other ones for each seed, the same at every run.

No sentence comes twice, so that nothing that a program remembers of one text tells it the next.
"""

from __future__ import annotations

import html
import zlib
from collections.abc import Iterator
from itertools import count, islice

from benchmarks.wording.filling import Filler
from benchmarks.wording.plain import NOUNS, PLAIN
from benchmarks.wording.telling import Teller

# `plain_for_each` of a text that names no treaty
NO_TREATY = 10**9
PARAGRAPH = 4
# of so many plain sentences one holds a word such as "deal", where a text may
_PLAIN_FOR_EACH_NOUN = 80


def seeds(told: str, count: int) -> range:
    """So many seeds of which no other texts, told in other words, are made: else what one met, the next one knew."""
    first = zlib.crc32(told.encode()) * 1_000
    return range(first, first + count)


def sentences(plain_for_each: int, seed: int = 0, *, nouns: bool = False) -> Iterator[str]:
    """Without end: after each sentence on a treaty so many that name none, with or without nouns such as "deal"."""
    filler = Filler(seed)
    told = Teller(filler).sentences()
    for turn in count():
        if plain_for_each != NO_TREATY:
            yield next(told)
        for step in range(plain_for_each):
            noun = nouns and (turn * plain_for_each + step) % _PLAIN_FOR_EACH_NOUN == _PLAIN_FOR_EACH_NOUN // 2
            yield filler.filled(filler.chance.choice(NOUNS if noun else PLAIN))


def text_of(characters: int, plain_for_each: int, seed: int = 0, *, nouns: bool = False) -> str:
    """About so many characters, in paragraphs."""
    pieces: list[str] = []
    length = 0
    for sentence in sentences(plain_for_each, seed, nouns=nouns):
        pieces.append(sentence)
        length += len(sentence) + 1
        if length >= characters:
            break
    return in_paragraphs(pieces)


def in_paragraphs(pieces: list[str]) -> str:
    return "\n\n".join(" ".join(pieces[start : start + PARAGRAPH]) for start in range(0, len(pieces), PARAGRAPH))


def article(words: int, plain_for_each: int = 2, seed: int = 0) -> str:
    """A text of about so many words, cut behind a sentence; by default one sentence in three on a treaty."""
    return next(articles(words, sentences(plain_for_each, seed)))


def articles(words: int, told: Iterator[str]) -> Iterator[str]:
    """Sentences to texts of about so many words."""
    pieces: list[str] = []
    length = 0
    for sentence in told:
        pieces.append(sentence)
        length += sentence.count(" ") + 1
        if length >= words:
            yield in_paragraphs(pieces)
            pieces, length = [], 0


def archive(characters: int, words: int, plain_for_each: int, seed: int = 0) -> list[str]:
    """Articles of about so many words each, together about so many characters; some hold a noun such as "deal"."""
    told = articles(words, sentences(plain_for_each, seed, nouns=True))
    first = next(told)
    return [first, *islice(told, max(0, round(characters / len(first)) - 1))]


def page_of(text: str) -> str:
    """A text as the HTML page of a newspaper, with navigation, links and markup inside sentences."""
    paragraphs = []
    for number, paragraph in enumerate(text.split("\n\n")):
        words = html.escape(paragraph, quote=False).split(" ")
        words[2 : 2 + 2] = [f'<a href="/topic/{number}">{" ".join(words[2:4])}</a>']
        words[-3:] = [f"<em>{' '.join(words[-3:])}</em>"]
        paragraphs.append(f'<p class="body" data-number="{number}">{" ".join(words)}</p>')
    links = "".join(f'<li><a href="/section/{number}">Section {number}</a></li>' for number in range(12))
    head = "<head><title>News of the day</title><style>p { margin: 1em }</style><script>var seen = 1;</script></head>"
    return (
        f"<!doctype html><html>{head}<body><nav><ul>{links}</ul></nav><main>{''.join(paragraphs)}</main></body></html>"
    )
