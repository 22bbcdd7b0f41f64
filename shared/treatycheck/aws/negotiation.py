"""Which format a report is answered in: what the client's Accept header likes best (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from treatycheck.aws.problem import NotAcceptable
from treatycheck.model import Report
from treatycheck.render.formats import rendered

ANNOTATION_PROFILE = "http://www.w3.org/ns/anno.jsonld"
_SCHEMA_PROFILES = frozenset(
    {"", "https://schema.org", "https://schema.org/", "http://schema.org", "http://schema.org/"}
)
# a quotation that nothing closes ends with the header: no match fails, so that none is tried again
_RANGE = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.?)*"?)+')
_PARAMETER = re.compile(r';\s*([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)')
_MOST_RANGES = 50


class MediaRange(NamedTuple):
    """One range of an Accept header."""

    media_type: str
    profile: str
    quality: float

    def specificity(self, offered: Offer) -> int:
        """How narrowly the range matches; 0 where it does not."""
        if self.media_type == offered.media_type:
            return 3 if self.profile in offered.profiles else 0
        if self.media_type == offered.media_type.partition("/")[0] + "/*":
            return 2
        return 1 if self.media_type == "*/*" else 0


class Offer(NamedTuple):
    """A format of reports: its media type, the profiles that ask for it, its Content-Type, and what renders it.

    The renderer is named and not imported: most answers are JSON, and need no other format.
    """

    media_type: str
    profiles: frozenset[str]
    content_type: str
    renderer: str

    def render(self, report: Report) -> str:
        """The report in this format."""
        return rendered(report, self.renderer)


def offer(media_type: str, renderer: str, content_type: str = "", profiles: frozenset[str] = frozenset({""})) -> Offer:
    return Offer(media_type, profiles, content_type or media_type, renderer)


JSON = offer("application/json", "json:render_compact_json")
OFFERS = (
    JSON,
    offer("application/ld+json", "claimreview:render_claimreview", profiles=_SCHEMA_PROFILES),
    offer(
        "application/ld+json",
        "annotations:render_annotations",
        f'application/ld+json; profile="{ANNOTATION_PROFILE}"',
        frozenset({ANNOTATION_PROFILE}),
    ),
    offer("application/sarif+json", "sarif:render_sarif"),
    offer("text/html", "html:render_html", "text/html; charset=utf-8"),
    offer("text/csv", "csv:render_csv", "text/csv; charset=utf-8; header=present"),
    offer("text/plain", "text:render_text", "text/plain; charset=utf-8"),
)


def negotiated(accept: str) -> Offer:
    """The format that the header likes best, the first where several do. Raises NotAcceptable."""
    ranges = list(read_ranges(accept))
    if not ranges:
        return JSON
    best = max(OFFERS, key=lambda offered: quality_of(offered, ranges))
    if quality_of(best, ranges) <= 0:
        types = ", ".join(dict.fromkeys(offered.media_type for offered in OFFERS))
        raise NotAcceptable(f"the answer is given as one of {types}")
    return best


def quality_of(offered: Offer, ranges: list[MediaRange]) -> float:
    """What the narrowest range that matches says."""
    narrowest = max(ranges, key=lambda found: (found.specificity(offered), found.quality))
    return narrowest.quality if narrowest.specificity(offered) else 0.0


def read_ranges(accept: str) -> Iterator[MediaRange]:
    """The ranges of an Accept header."""
    for match in islice(_RANGE.finditer(accept), _MOST_RANGES):
        media_type = match.group().partition(";")[0].strip().lower()
        parameters = {name.lower(): value.strip('"') for name, value in _PARAMETER.findall(match.group())}
        if "/" in media_type:
            yield MediaRange(media_type, parameters.get("profile", "").strip(), to_quality(parameters.get("q", "1")))


def to_quality(text: str) -> float:
    """A weight from 0 to 1; what cannot be read counts as 1."""
    try:
        weight = float(text)
    except ValueError:
        return 1.0
    return min(1.0, max(0.0, weight)) if weight == weight else 1.0
