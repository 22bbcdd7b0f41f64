"""Of a long text only what stands near a treaty is read; what is read tells the same as the whole would."""

from __future__ import annotations

from datetime import date

import pytest

from treatycheck.claims.reading import read_views
from treatycheck.linking.treaty_names import treaty_names
from treatycheck.mentions.dates import find_dates
from treatycheck.model import Document, Format, Token
from treatycheck.pipeline import extract
from treatycheck.text.sentences import split_sentences
from treatycheck.text.source import read_source
from treatycheck.text.tokens import tokenize

PUBLISHED = date(2010, 6, 1)
TOLD = "The INF Treaty was signed on 8 December 1987. It entered into force the following year."


def words_read(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many words the sentences have that are split for the views of a text."""
    read: list[int] = []

    def counted(plain: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
        tokens = tokenize(plain, start, end)
        read.append(len(tokens))
        return tokens

    with monkeypatch.context() as patched:
        patched.setattr("treatycheck.text.sentences.tokenize", counted)
        assert read_views(read_source(text, Format.TEXT), PUBLISHED, treaty_names())
    return sum(read)


def test_sentences_far_from_a_treaty_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    once = words_read(f"{'The ferry left the harbour late. ' * 10}\n\n{TOLD}", monkeypatch)
    much = words_read(f"{'The ferry left the harbour late. ' * 1000}\n\n{TOLD}", monkeypatch)
    assert much == once


def test_what_stands_far_away_changes_no_claim() -> None:
    before, behind = "The ferry left late. " * 50, "It rained. " * 50
    alone = extract(Document(TOLD, published=PUBLISHED)).claims
    within = extract(Document(f"{before}\n\n{TOLD}\n\n{behind}", published=PUBLISHED)).claims
    assert [claim.value.normalized for claim in alone] == ["1987-12-08", "1988"]
    assert [claim.value._replace(span=None) for claim in within] == [claim.value._replace(span=None) for claim in alone]
    assert {claim.span.start for claim in within} == {claim.span.start + len(before) + 2 for claim in alone}


def test_dates_are_the_same_whichever_sentence_is_asked_for_first() -> None:
    text = "It was signed in 1972. The following year it ended. " + "That year nothing else was said. " * 2000
    sentences = split_sentences(read_source(text, Format.TEXT))
    last_first = find_dates(sentences, PUBLISHED)
    assert last_first[len(sentences) - 1][0].value == "1973"
    assert list(last_first) == list(find_dates(sentences, PUBLISHED))
