"""Articles about treaties, the same at every run; each number has its own text, date and form."""

from __future__ import annotations

import random
from datetime import date, timedelta

from treatycheck.audit.article import Article
from treatycheck.model import Document, Format

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
WRONG = (
    "The INF Treaty was signed on 8 December 1986 in Washington.",
    "New START entered into force on 5 February 2010.",
    "The Kyoto Protocol was adopted on 11 December 1998.",
    "The Ottawa Treaty has been in force since 1 March 1997.",
    "The Treaty of Versailles was signed on 28 June 1920.",
    "The Chemical Weapons Convention entered into force in 1992.",
)
OTHER = (
    "It was signed in 1972.",
    "START expires in December 2009.",
    "France acceded to the Nuclear Non-Proliferation Treaty in 1992, and Russia ratified the pact in 1970.",
    "The Treaty of Paris was signed in 1783.",
    "According to the ministry, the treaty was concluded in 1987.",
)
SENTENCES = (*TREATY, *WRONG, *OTHER)


def text_of(number: int, sentences: int = 4) -> str:
    """The text of an article: one sentence in three is about treaties."""
    chance = random.Random(number)
    told = [chance.choice(SENTENCES if chance.random() < 0.4 else PLAIN) for _ in range(sentences)]
    return " ".join(told)


def published(number: int) -> date:
    return date(1988, 1, 1) + timedelta(days=(number * 97) % 12_000)


def articles(count: int, *, dated: bool = True) -> list[Article]:
    """Articles as they are after reading, in all three formats of text."""
    forms = list(Format)
    made = []
    for number in range(count):
        text, form = text_of(number), forms[number % 3]
        if form is Format.HTML:
            text = f"<html><p>A &amp; B.</p>\n<p>{text.replace('Treaty', '<b>Treaty</b>')}</p></html>"
        elif form is Format.MARKDOWN:
            text = f"# Heading\n\n{text.replace('signed', '*signed*')}"
        made.append(Article(f"a-{number}", Document(text, form, published=published(number) if dated else None)))
    return made
