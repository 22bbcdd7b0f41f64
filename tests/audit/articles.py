"""Articles about treaties, the same at every run; each number has its own text, date and form."""

from __future__ import annotations

import random
from datetime import date, timedelta

from benchmarks.texts import PLAIN, TREATY
from treatycheck.audit.article import Article
from treatycheck.model import Document, Format

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
