"""The benchmarks run, and their texts are what they are said to be."""

from __future__ import annotations

import pytest

from benchmarks import throughput
from benchmarks.aims import Aim
from benchmarks.command import Options, Part
from benchmarks.contenders import OURS, REGEX
from benchmarks.measure import ROOT
from benchmarks.page import replaced
from benchmarks.run import PARTS
from benchmarks.texts import NO_TREATY, archive, article, page_of, text_of
from treatycheck.linking.treaty_names import treaty_names
from treatycheck.model import Document, Format
from treatycheck.pipeline import extract
from treatycheck.text.source import read_source

SMALLEST = Options(quick=True, peers=False, repeats=1, share=0.02)


def test_a_text_is_the_same_at_every_run_and_another_for_each_seed() -> None:
    assert text_of(2_000, 2, seed=5) == text_of(2_000, 2, seed=5)
    assert text_of(2_000, 2, seed=5) != text_of(2_000, 2, seed=6)


def test_no_sentence_comes_twice() -> None:
    sentences = text_of(60_000, NO_TREATY).replace("\n\n", " ").split(". ")
    assert len(sentences) > 400
    assert len(set(sentences)) == len(sentences)


def test_news_without_treaties_makes_no_claim_and_most_of_it_is_put_aside() -> None:
    told = archive(60_000, 500, NO_TREATY)
    assert not any(extract(Document(text)).claims for text in told)
    read = sum(treaty_names().screen.telling(text) is not None for text in told)
    assert 0 < read < len(told) / 2


def test_an_article_on_treaties_makes_claims_and_has_about_so_many_words() -> None:
    text = article(500)
    assert 500 <= len(text.split()) < 550
    assert len(extract(Document(text)).claims) >= 5


def test_a_page_holds_its_text() -> None:
    text = article(100)
    plain = read_source(page_of(text), Format.HTML).plain
    assert all(paragraph in plain for paragraph in text.split("\n\n"))


def test_the_tables_of_a_part_take_the_place_of_the_old_ones() -> None:
    page = "Before.\n<!-- speed: measured -->\nold\n<!-- end of speed -->\nBehind.\n"
    written = replaced(page, "speed", "new\n")
    assert written == "Before.\n<!-- speed: measured -->\n\nnew\n\n<!-- end of speed -->\nBehind.\n"
    assert replaced(written, "speed", "new\n") == written
    with pytest.raises(ValueError, match="no place"):
        replaced(page, "size", "new\n")


def test_an_aim_says_whether_it_is_met() -> None:
    assert Aim("speed", 5, "MB/s").judged(5.5).cell == "≥ 5 MB/s: met"
    assert Aim("time", 5, "ms", most=True).judged(5.5).cell == "≤ 5 ms: not met"


def test_throughput_is_measured() -> None:
    made = list(throughput.tables(SMALLEST, (OURS, REGEX)))
    assert [len(table.rows) for table in made] == [2] * len(throughput.KINDS)
    assert sum(len(table.outcomes) for table in made) == 5


@pytest.mark.slow
@pytest.mark.parametrize("part", [part for part in PARTS if part is not throughput.PART], ids=lambda part: part.name)
def test_the_other_parts_are_measured(part: Part) -> None:
    made = list(part.tables(SMALLEST))
    assert all(table.rows for table in made) and made
    assert all(table.markdown().startswith(f"### {table.title}") for table in made)


def test_the_page_has_a_place_for_the_tables_of_each_part() -> None:
    page = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")
    for name in ("aims", *(part.name for part in PARTS)):
        page = replaced(page, name, "")
