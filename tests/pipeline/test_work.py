"""That twice the text is about twice the work, however it is made: counted in calls of functions, not in time."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from benchmarks.hostile_markup import MARKUP
from benchmarks.hostile_texts import NAMED, RUNS, TEXTS
from tests.pipeline.checking import checked
from treatycheck.model import Format

HOSTILE = TEXTS | MARKUP
# where the names stand between does not matter to what the fast tests show
FAST = [*NAMED, *RUNS, *MARKUP, "different acronyms", "nested parentheses"]
# what is cheap at a length of many sentences
LONG = {
    "shared names",
    "names in parentheses",
    "digits",
    "accents",
    "commas",
    "spaces",
    "sentences of a word",
    "pacts of years that name none",
    "HTML: tags cut short",
    "HTML: attributes",
    "HTML: comments",
    "HTML: entities cut short",
    "Markdown: emphasis",
    "Markdown: brackets",
    "Markdown: links",
    "Markdown: code",
}
# what the first use of a rule takes, and where the pieces are cut
SLACK = 2_000


def calls(text: str, format: Format) -> int:
    """How many functions are entered, of Python and of C, to answer."""
    count = 0

    def entered(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(entered)
    try:
        checked(text, format=format)
    finally:
        sys.setprofile(before)
    return count


def at_sizes(name: str, *sizes: int) -> list[tuple[str, Format]]:
    make, format = HOSTILE[name]
    checked(make(sizes[0]), format=format)
    return [(make(size), format) for size in sizes]


@pytest.mark.parametrize("name", FAST)
def test_twice_the_sentence_is_at_most_the_square_of_the_work(name: str) -> None:
    once, twice = (calls(*sent) for sent in at_sizes(name, 1_000, 2_000))
    assert twice < 4 * once + SLACK


@pytest.mark.parametrize(
    "name", [name if name in LONG else pytest.param(name, marks=pytest.mark.slow) for name in HOSTILE]
)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    once, twice = (calls(*sent) for sent in at_sizes(name, 6_000, 12_000))
    assert twice < 2.4 * once + SLACK
