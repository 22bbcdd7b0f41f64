"""How much text goes through one core, beside others over the same texts: `python -m benchmarks.throughput`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks import aims
from benchmarks.command import Options, Part, folder, run
from benchmarks.contenders import (
    DATEPARSER,
    ENTITY_RULER,
    OURS,
    PHRASE_MATCHER,
    RECOGNIZERS,
    REGEX,
    Entry,
    contenders,
)
from benchmarks.racing import Documents, Kind, raced, table_of
from benchmarks.tables import Table
from benchmarks.texts import NO_TREATY, archive, page_of, text_of

FEW = 60
WORDS = 500


def articles(plain_for_each: int) -> Documents:
    """Articles with so many plain sentences for each on a treaty."""
    return lambda characters, seed: archive(characters, WORDS, plain_for_each, seed)


def one_text(plain_for_each: int) -> Documents:
    """The same as one text."""
    return lambda characters, seed: [text_of(characters, plain_for_each, seed)]


def pages(characters: int, seed: int) -> list[str]:
    """The articles with few treaties as HTML."""
    return [page_of(text) for text in archive(characters, WORDS, FEW, seed)]


_NONE = {OURS: aims.NO_TREATY}
_FEW = {OURS: aims.FEW_TREATIES, PHRASE_MATCHER: aims.FEW_BESIDE_MATCHER}
KINDS = (
    Kind(
        "News that names no treaty, articles of 500 words", 200_000, articles(NO_TREATY), aims=_NONE, where="articles"
    ),
    Kind("News that names no treaty, one text", 200_000, one_text(NO_TREATY), aims=_NONE, where="one text"),
    Kind("News with few treaties, articles of 500 words", 200_000, articles(FEW), aims=_FEW, where="articles"),
    Kind("News with few treaties, one text", 200_000, one_text(FEW), aims=_FEW, where="one text"),
    Kind("A treaty in each sentence, one text", 50_000, one_text(0), aims={OURS: aims.DENSE}, unit=1e3),
    Kind("HTML pages with few treaties, peers given their text", 200_000, pages, "html", articles(FEW)),
)
PROGRAMS = (OURS, REGEX, PHRASE_MATCHER, ENTITY_RULER, DATEPARSER, RECOGNIZERS)


def tables(options: Options, programs: Sequence[Entry] = PROGRAMS) -> Iterator[Table]:
    """A table for each kind of text."""
    with folder() as place, contenders(programs, place.names(), options.peers) as running:
        for kind in KINDS:
            yield table_of(kind, raced(kind, place, running, options), OURS)


PART = Part("throughput", tables)

if __name__ == "__main__":
    run([PART], __doc__)
