"""A claim's id stays while other paragraphs come and go, so that what a client ignores stays ignored."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pipeline.checking import checked
from tests.pipeline.test_properties import PASSAGES, UNRELATED

SENTENCE = "The INF Treaty was signed in 1986."
# the same words make the same claim in both
KEPT = (*PASSAGES[:3], SENTENCE, "Everybody knows that the INF Treaty was signed in 1986.", UNRELATED[0])
OTHERS = (*PASSAGES[4:], *UNRELATED, "The Kyoto Protocol was adopted in 1997.", "The NPT was signed in 1968.")
POSITIONS = st.lists(st.tuples(st.sampled_from(OTHERS), st.integers(0, 6)), max_size=5)


def ids_in(paragraphs: list[tuple[str, bool]]) -> list[str]:
    """The ids of the claims in the paragraphs that are marked, in their order."""
    text = "\n\n".join(paragraph for paragraph, _ in paragraphs)
    places, start = [], 0
    for paragraph, marked in paragraphs:
        if marked:
            places.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    claims = ((judged.claim.span.start, judged.id) for judged in checked(text).claims)
    return [claim_id for at, claim_id in claims if any(first <= at < last for first, last in places)]


@given(st.lists(st.sampled_from(KEPT), min_size=1, max_size=5), POSITIONS)
@settings(max_examples=120, deadline=None)
def test_paragraphs_that_come_and_go_leave_the_ids_of_others_alone(
    kept: list[str], others: list[tuple[str, int]]
) -> None:
    paragraphs = [(paragraph, True) for paragraph in kept]
    before = ids_in(paragraphs)
    for other, position in others:
        paragraphs.insert(position, (other, False))
    assert ids_in(paragraphs) == before


@given(st.integers(1, 5), st.integers(1, 5))
@settings(max_examples=25, deadline=None)
def test_copies_of_a_sentence_are_numbered(one: int, other: int) -> None:
    fewer, more = (ids_in([(SENTENCE, True)] * count) for count in sorted((one, other)))
    assert len(set(more)) == len(more) == max(one, other)
    assert more[: len(fewer)] == fewer
