"""A text whose sender has marked what is text and what is markup, as LanguageTool's clients do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from treatycheck.text.offsets import OffsetMap, PlainWriter, identity


class Part(NamedTuple):
    """A piece of what was sent: text that stands for itself, or markup that reads as `plain`."""

    sent: str
    plain: str
    is_markup: bool = False


class Annotated(NamedTuple):
    """What was sent, the text that is read of it, and the way back."""

    sent: str
    plain: str
    offsets: OffsetMap


def unmarked(text: str) -> Annotated:
    """A text without markup."""
    return Annotated(text, text, identity(len(text)))


def read_annotated(parts: Iterable[Part]) -> Annotated:
    """The parts joined."""
    kept = list(parts)
    sent = "".join(part.sent for part in kept)
    writer = PlainWriter(sent)
    place = 0
    for part in kept:
        end = place + len(part.sent)
        if part.is_markup:
            writer.replace(part.plain, place, end)
        else:
            writer.copy(place, end)
        place = end
    return Annotated(sent, writer.plain(), writer.offsets())
