"""Whether a sentence tells of the day on which something else is remembered."""

from __future__ import annotations

from itertools import pairwise

from treatycheck.claims.view import View
from treatycheck.text.words import word_set

_REMEMBERING = word_set(
    "anniversary anniversaries centenary bicentenary jubilee commemorate commemorates commemorated commemorating "
    "celebrate celebrates celebrated celebrating remember remembered mark marks marked marking"
)
_OF_SOMEBODY = word_set("who whose whom")
_LENGTHS = word_set("year years decade decades")
_APART = word_set("after later ago since before earlier on")


def tells_another_day(view: View) -> bool:
    """Whether a day in a sentence may be apart from its event: an anniversary's, or of somebody "who had signed" it."""
    return not _OF_SOMEBODY.isdisjoint(view.words) or tells_anniversary(view)


def tells_anniversary(view: View) -> bool:
    """ "On 8 December 1997, ten years after the treaty was signed": a day that may be that of an anniversary."""
    if not _REMEMBERING.isdisjoint(view.words):
        return True
    return any(length in _LENGTHS and apart in _APART for length, apart in pairwise(view.words))
