"""The peers as they are measured; runs in their own environment.

Each gets its best treatment: names compiled beforehand, one language, documents by paragraphs where that is faster.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.contender import Program


def entity_ruler(names: str) -> Program:
    """spaCy's blank English pipeline with an EntityRuler of the names: how many it finds."""
    import spacy

    language = spacy.blank("en")
    patterns = [{"label": "TREATY", "pattern": name} for name in _names(names)]
    language.add_pipe("entity_ruler").add_patterns(patterns)
    return lambda text, _format: len(language(text).ents)


def phrase_matcher(names: str) -> Program:
    """spaCy's blank English tokenizer and a PhraseMatcher of the names."""
    import spacy
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab)
    matcher.add("TREATY", list(language.tokenizer.pipe(_names(names))))
    return lambda text, _format: len(matcher(language.make_doc(text)))


def dateparser_search(_: str) -> Program:
    """How many dates dateparser finds; told that the language is English, since guessing it costs more."""
    from dateparser.search import search_dates

    return lambda text, _format: len(search_dates(text, languages=["en"]) or ())


def recognizers(_: str) -> Program:
    """How many dates and times Microsoft's recognizers find, paragraph by paragraph: they slow down on long texts."""
    from recognizers_date_time import DateTimeRecognizer

    model = DateTimeRecognizer("en-us").get_datetime_model()
    return lambda text, _format: sum(len(model.parse(paragraph)) for paragraph in text.split("\n\n"))


def _names(file: str) -> list[str]:
    names: list[str] = json.loads(Path(file).read_text("utf-8"))
    return names
