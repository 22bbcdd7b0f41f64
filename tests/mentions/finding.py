"""What the finders see in a text, for the tests."""

from __future__ import annotations

from datetime import date

from treatycheck.mentions.dates import find_dates
from treatycheck.mentions.durations import find_durations
from treatycheck.mentions.quantities import find_quantities
from treatycheck.model import Format, Mention, Sentence
from treatycheck.text.sentences import split_sentences
from treatycheck.text.source import read_source


def found(text: str, published: str | None = None) -> list[tuple[Sentence, Mention]]:
    """All dates, durations and quantities of a text, in order."""
    sentences = split_sentences(read_source(text, Format.TEXT))
    day = date.fromisoformat(published) if published else None
    pairs: list[tuple[Sentence, Mention]] = []
    for sentence, dates in zip(sentences, find_dates(sentences, day), strict=True):
        taken = [*dates, *find_durations(sentence, dates)]
        mentions = sorted([*taken, *find_quantities(sentence, taken)], key=lambda mention: mention.first)
        pairs.extend((sentence, mention) for mention in mentions)
    return pairs


def values(text: str, kind: str, published: str | None = None) -> list[str]:
    """The values of the mentions of one kind ("date", or "number quantity")."""
    return [mention.value for _, mention in found(text, published) if mention.kind.value in kind.split()]
