"""Texts to measure on, made of sentences of our own; the same at every run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

PLAIN = (
    "The harbour office opened late because the night ferry had been held up by fog.",
    "In 2011 the council bought twelve buses, and nine of them are still on the road.",
    "She said the museum would show the restored maps until the end of May.",
    "Nobody at the market could say why the price of barley had doubled within 3 weeks.",
    "A new bridge, signed off by the engineers on 14 June 2016, carries 1,800 cars a day.",
    "The orchestra left for Lisbon with two harps and came back with one.",
    "Heavy rain closed the valley road, which had reopened only in October 1998.",
    "Students from Norway, Chile and Kenya took part in the summer school.",
    "The minister may visit the region next year if the talks with Canada go well.",
    "According to the report, about 40 per cent of the orchards were replanted.",
)
TREATY = (
    "The INF Treaty was signed on 8 December 1987 by Ronald Reagan and Mikhail Gorbachev.",
    "New START, which entered into force in February 2011, limits each side to 1,550 deployed warheads.",
    "The Nuclear Non-Proliferation Treaty was opened for signature in 1968 and extended indefinitely in 1995.",
    "North Korea announced in January 2003 that it was leaving the NPT.",
    "The Comprehensive Nuclear-Test-Ban Treaty has not entered into force; Russia ratified it in 2000.",
    "The Ottawa Treaty bans anti-personnel mines, and the pact has been in force since 1 March 1999.",
    "Concluded in Moscow in 1972, the ABM Treaty ended in 2002 after the United States withdrew from it.",
    "The Kyoto Protocol was adopted on 11 December 1997 and took effect on 16 February 2005.",
    "The Chemical Weapons Convention entered into force in 1997 and has 193 states parties.",
    "The Treaty of Versailles was signed on 28 June 1919.",
)


def text_of(characters: int, plain_for_each: int) -> str:
    """About so many characters; after each sentence on a treaty stand so many that name none."""
    pieces: list[str] = []
    length = 0
    for sentence in sentences(plain_for_each):
        pieces.append(sentence)
        length += len(sentence) + 1
        if length >= characters:
            break
    return "\n\n".join(" ".join(pieces[start : start + 5]) for start in range(0, len(pieces), 5))


def sentences(plain_for_each: int) -> Iterator[str]:
    """Without end, the sentences in turn."""
    for turn in count():
        yield TREATY[turn % len(TREATY)]
        for step in range(plain_for_each):
            yield PLAIN[(turn * plain_for_each + step) % len(PLAIN)]


def article(words: int) -> str:
    """A text of so many words, one sentence in three on a treaty."""
    return " ".join(text_of(words * 8, plain_for_each=2).split()[:words])
