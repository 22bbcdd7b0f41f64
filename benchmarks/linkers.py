"""Peers that link names: each is given all names with their treaties, and runs in the peers' environment."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.linker import Link, Linker

_WORD = re.compile(r"\w[\w.']*")
_SMALL = frozenset("of on the and for in to against with concerning between".split())
_LONGEST = 14
# of 75, 80, 85, 90 and 95, what gives each its best F1 on other texts than those that are measured
_TOKEN_SORT, _SPACZZ = 90, 90


def token_sort(names: str) -> Linker:
    """rapidfuzz `token_sort_ratio` of each span of words in capitals with all names, the likest and longest taken."""
    from rapidfuzz import fuzz, process

    owners = _owners(names)
    listed = [" ".join(_WORD.findall(name.lower())) for name in owners]
    treaties = list(owners.values())

    def link(text: str) -> list[Link]:
        found: list[tuple[float, int, int, str]] = []
        for start, end in _spans(text):
            span = " ".join(_WORD.findall(text[start:end].lower()))
            best = process.extractOne(span, listed, scorer=fuzz.token_sort_ratio, score_cutoff=_TOKEN_SORT)
            if best:
                found.append((best[1] + (end - start) / 1000, start, end, treaties[best[2]]))
        return _apart(found)

    return link


def spaczz(names: str) -> Linker:
    """spaczz's FuzzyMatcher over a blank English pipeline."""
    import spacy
    from spaczz.matcher import FuzzyMatcher

    language, owners = spacy.blank("en"), _owners(names)
    matcher = FuzzyMatcher(language.vocab, min_r2=_SPACZZ)
    for name, treaty in owners.items():
        matcher.add(treaty, [language.make_doc(name)])

    def link(text: str) -> list[Link]:
        doc = language.make_doc(text)
        found = []
        for treaty, first, last, score, _ in matcher(doc):
            span = doc[first:last]
            found.append((float(score), span.start_char, span.end_char, treaty))
        return _apart(found)

    return link


def phrase_matcher(names: str) -> Linker:
    """spaCy's PhraseMatcher, whatever the capitals."""
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    language, owners = spacy.blank("en"), _owners(names)
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    for name, treaty in owners.items():
        matcher.add(treaty, [language.make_doc(name)])

    def link(text: str) -> list[Link]:
        spans = filter_spans(matcher(language.make_doc(text), as_spans=True))
        return [(span.start_char, span.end_char, span.label_) for span in spans]

    return link


def aho_corasick(names: str) -> Linker:
    """pyahocorasick's longest matches that are whole words, whatever the capitals."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for name, treaty in _owners(names).items():
        automaton.add_word(name.lower(), (len(name), treaty))
    automaton.make_automaton()

    def link(text: str) -> list[Link]:
        padded = f" {text.lower()} "
        found = []
        for last, (length, treaty) in automaton.iter_long(padded):
            start = last - length + 1
            if not padded[start - 1].isalnum() and not padded[last + 1].isalnum():
                found.append((start - 1, last, treaty))
        return found

    return link


def _owners(names: str) -> dict[str, str]:
    """The names, each with its treaty."""
    held: dict[str, str] = json.loads(Path(names).read_text("utf-8"))
    return held


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """All spans of words in capitals, small words between them; two words at least, and so many at most."""
    words = list(_WORD.finditer(text))
    for place, first in enumerate(words):
        if not first.group()[0].isupper():
            continue
        for last in words[place + 1 : place + _LONGEST]:
            capital = last.group()[0].isupper() or last.group()[0].isdigit()
            if not capital and last.group() not in _SMALL:
                break
            if capital:
                yield first.start(), last.end()


def _apart(found: list[tuple[float, int, int, str]]) -> list[Link]:
    """Of spans that overlap the likest."""
    kept: list[Link] = []
    for _, start, end, treaty in sorted(found, reverse=True):
        if all(end <= first or last <= start for first, last, _ in kept):
            kept.append((start, end, treaty))
    return kept
