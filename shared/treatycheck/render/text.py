"""A report for people at a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from treatycheck.model import Evidence, Judged, Label, Report
from treatycheck.render.passage import passage_of
from treatycheck.render.plain import PlainView
from treatycheck.render.visible import one_line

_TITLES = {Label.SUPPORTED: "SUPPORTED", Label.REFUTED: "REFUTED", Label.NOT_ENOUGH_INFO: "NOT ENOUGH INFO"}
_COLOURS = {Label.SUPPORTED: "32", Label.REFUTED: "31", Label.NOT_ENOUGH_INFO: "33"}
_INDENT = "  "


def render_text(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """Each claim with its verdict, reason and sources, then a line that sums up."""
    view = PlainView(report.document)
    blocks = [_claim(view, judged, colour=colour, width=width) for judged in report.claims]
    return "\n\n".join([*blocks, _summary(report)]) + "\n"


def _claim(view: PlainView, judged: Judged, *, colour: bool, width: int) -> str:
    verdict = judged.verdict
    heading = f"{judged.treaty_name or judged.claim.treaty.text} · {judged.claim.relation} · {verdict.reason.value}"
    title = _paint(_TITLES[verdict.label], f"1;{_COLOURS[verdict.label]}", colour)
    lines = [f"{title}  {one_line(heading)}"]
    lines += _wrap(_passage(view, judged, colour), width)
    lines += _wrap(one_line(verdict.explanation), width)
    if verdict.correction:
        lines.append(_INDENT + "write instead: " + _paint(one_line(verdict.correction.text), "1", colour))
    lines += _sources(judged.evidence)
    return "\n".join(lines)


def _passage(view: PlainView, judged: Judged, colour: bool) -> str:
    passage = passage_of(view, judged)
    if not passage.marked:
        return passage.before
    marked = f"[{passage.marked}]"
    if colour:
        words = (_paint(word, f"4;{_COLOURS[judged.verdict.label]}", colour) for word in marked.split(" "))
        marked = " ".join(words)
    return (passage.before + marked + passage.after).strip()


def _sources(evidence: tuple[Evidence, ...]) -> Iterator[str]:
    """The first source of each fact, and how many more there are."""
    every = {citation.url: citation for item in evidence for citation in item.fact.sources}
    first = {item.fact.sources[0].url for item in evidence if item.fact.sources}
    for citation in every.values():
        if citation.url in first:
            yield _INDENT + one_line(f"source: {citation.publisher}, {citation.title}, {citation.url}")
    if len(every) > len(first):
        yield f"{_INDENT}and {len(every) - len(first)} more"


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _summary(report: Report) -> str:
    total = len(report.claims)
    counts = ", ".join(f"{report.count(label)} {label.value.replace('_', ' ')}" for label in Label)
    counts += f", {report.ignored} ignored" if report.ignored else ""
    noun = "claim" if total == 1 else "claims"
    return f"{total} {noun}: {counts} (as of {report.as_of}, reference {report.reference_version})"
