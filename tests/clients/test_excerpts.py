"""Each paragraph by itself, as the web component sends it, is judged as in the whole text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from treatycheck.facts.bundled import BundledFactStore

if TYPE_CHECKING:
    from tests.clients.chromium import Tab

pytestmark = pytest.mark.clients

SAMPLE = (Path(__file__).parents[2] / "articles" / "sample.txt").read_text(encoding="utf-8")
PRONOUNS = """😀 A short history

The INF Treaty had been six years in the making when the two leaders met in Washington.

It was signed on 8 December 1987. The pact entered into force on 1 June 1989.

Its text fills a small book. Few have read it to the end.

The treaty banned missiles with ranges between 500 and 5,500 kilometres.
The signing took an hour.

New START is younger. The two presidents signed it in Prague on 8 April 2011.

A year later it entered into force. The agreement was extended in 2021, two days before it would have expired.

Nobody spoke of the older accord, which had been signed in 1987.

Thirty years after its signature it was no more: the United States left the INF Treaty in 2019.
"""
# a headline, and paragraphs without a blank line between them, as some systems keep them
LINES = SAMPLE.replace("\n\n", "\n")


@pytest.mark.parametrize("text", [SAMPLE, PRONOUNS, LINES], ids=["sample", "pronouns", "lines"])
def test_a_paragraph_by_itself_is_judged_as_in_the_whole_text(tab: Tab, local: str, text: str) -> None:
    from tests.clients.excerpts import compared

    tab.page.goto(f"{local}/")
    paragraphs = compared(tab.page, text, "2021-02-07", BundledFactStore.load())
    assert len(paragraphs) > 4 and sum(len(found.whole) for found in paragraphs) > 8
    assert [found.alone for found in paragraphs] == [found.whole for found in paragraphs]


def test_paragraphs_written_one_by_one_are_marked_as_the_whole_text(tab: Tab, local: str) -> None:
    from tests.clients.excerpts import claims, within

    tab.open(f"{local}/", settle=600_000)
    tab.page.fill("#published", "2021-02-07")
    tab.page.click("#text")
    for paragraph in PRONOUNS.strip().split("\n\n"):
        tab.page.keyboard.insert_text(f"{paragraph}\n\n")
        tab.settled()
    text = tab.component("it.text")
    shown = tab.component("it.claims.map(({ claim, start, end }) => [start, end, claim.verdict.label])")
    whole = within(claims(text, "2021-02-07", BundledFactStore.load()), 0, len(text) * 2)
    assert {tuple(found) for found in shown} == {(found[0], found[1], found[5]) for found in whole}
