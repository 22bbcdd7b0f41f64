"""That twice the text is about twice the work, however it is made: counted in calls of functions, not in time."""

from __future__ import annotations

import sys
import tracemalloc
from types import FrameType
from typing import Any

import pytest

from benchmarks.hostile_markup import MARKUP
from benchmarks.hostile_texts import NAMED, RUNS, TEXTS
from tests.pipeline.checking import checked
from treatycheck.model import Format
from treatycheck.render.json import render_json

HOSTILE = TEXTS | MARKUP
# where the names stand between does not matter to what the fast tests show
FAST = [*NAMED, *RUNS, *MARKUP, "different acronyms", "nested parentheses"]
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


def peak(text: str, format: Format) -> int:
    """The most bytes that the answer and its rendering take at once."""
    tracemalloc.start()
    try:
        render_json(checked(text, format=format))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def at_sizes(name: str, *sizes: int) -> list[tuple[str, Format]]:
    make, format = HOSTILE[name]
    checked(make(sizes[0]), format=format)
    return [(make(size), format) for size in sizes]


@pytest.mark.parametrize("name", FAST)
def test_twice_the_sentence_is_about_thrice_the_work_at_most(name: str) -> None:
    once, twice = (calls(*sent) for sent in at_sizes(name, 1_000, 2_000))
    assert twice < 3.2 * once + SLACK


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    once, twice = (calls(*sent) for sent in at_sizes(name, 6_000, 12_000))
    assert twice < 2.4 * once + SLACK


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_takes_twice_the_memory(name: str) -> None:
    once, twice = (peak(*sent) for sent in at_sizes(name, 8_000, 16_000))
    assert twice < 2.2 * once + 200_000
