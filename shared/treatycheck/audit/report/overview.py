"""The upper half of the page: sums and charts; and its end: what could not be audited."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import islice

from treatycheck.audit.finding import State
from treatycheck.audit.report.charts import ORDER, bar, year_chart
from treatycheck.audit.report.content import AuditReport
from treatycheck.audit.tally import Tally
from treatycheck.linking.treaty_names import treaty_names
from treatycheck.model import Label
from treatycheck.render.rules import LABEL_WORDS
from treatycheck.render.visible import one_line
from treatycheck.values.date_text import write_date
from treatycheck.values.edtf import bounds

_LONG_DATE = "1 January 2000"
_MOST_TREATIES, _MOST_MISTAKES, _MOST_FAILURES = 12, 10, 1_000
PROBLEM_WORDS = {
    "unreadable": "could not be read",
    "not_text": "no text",
    "bad_encoding": "broken character encoding",
    "truncated": "ends too early",
    "corrupt": "damaged",
    "malformed": "malformed",
    "too_large": "too large",
    "too_many": "too many articles",
    "not_judged": "could not be judged",
    "crashed": "crashed the reader",
}


def sums(report: AuditReport) -> Iterator[str]:
    """The numbers at a glance, and what is new since the last audit."""
    tally = report.tally
    tiles = [(f"{tally.documents:,}", "articles", "")]
    tiles += [(f"{tally.labels[label]:,}", LABEL_WORDS[label].lower(), label.value) for label in ORDER]
    tiles.append((f"{sum(tally.failures.values()):,}", "not audited", "failed"))
    yield '<section class="tiles" aria-label="Sums">\n'
    for number, words, kind in tiles:
        yield f'<p class="tile {kind}"><b>{number}</b> {words}</p>\n'
    yield "</section>\n"
    yield f'<p class="since">{_since_last(report)}</p>\n'


def charts(tally: Tally) -> Iterator[str]:
    """Verdicts by year, by treaty, and the most frequent errors."""
    if not tally.labels.total():
        yield "<p>No claims about treaties were found.</p>\n"
        return
    yield f'<section class="chart"><h2>Verdicts by year of publication</h2>\n{_legend()}'
    yield f'<div class="scroll" role="region" aria-label="Chart" tabindex="0">{year_chart(tally.years)}</div>\n'
    yield from _table(tally)
    yield "</section>\n"
    yield '<div class="pair">\n'
    yield from _by_treaty(tally)
    yield from _mistakes(tally)
    yield "</div>\n"


def failures(report: AuditReport) -> Iterator[str]:
    """What could not be audited, with the reason."""
    total = sum(report.tally.failures.values())
    if not total:
        return
    yield '<section class="failures" id="failures"><h2>Not audited</h2>\n<table>\n'
    yield "<thead><tr><th>Object</th><th>Part</th><th>Reason</th></tr></thead>\n<tbody>\n"
    for key, failure in islice(report.failures(), _MOST_FAILURES):
        reason = f"<b>{PROBLEM_WORDS[failure.problem]}</b>: {_text(failure.detail)}"
        yield f"<tr><td>{_text(key)}</td><td>{_text(failure.part)}</td><td>{reason}</td></tr>\n"
    yield "</tbody>\n</table>\n"
    if total > _MOST_FAILURES:
        yield f"<p>And {total - _MOST_FAILURES:,} more: the report as CSV or JSON Lines has all.</p>\n"
    yield "</section>\n"


def _since_last(report: AuditReport) -> str:
    tally, counts = report.tally, report.heading.counts
    refuted = [
        f"<b>{number:,}</b> {state.value}" for state in State if (number := tally.in_state(state, Label.REFUTED))
    ]
    unchanged, objects = counts.get("unchanged", 0), counts.get("objects", 0)
    files = f"{objects:,} objects, {unchanged:,} of them unchanged since the last audit"
    again = counts.get("rejudged", 0)
    again_words = f", {again:,} articles judged again without reading" if again else ""
    return f"Refuted: {', '.join(refuted) or 'none'}. {files}{again_words}."


def _legend() -> str:
    items = "".join(f'<li><span class="{label}"></span>{LABEL_WORDS[label]}</li>' for label in ORDER)
    return f'<ul class="legend">{items}</ul>\n'


def _table(tally: Tally) -> Iterator[str]:
    """The chart's numbers, for those who do not see it."""
    heads = "".join(f"<th>{LABEL_WORDS[label]}</th>" for label in ORDER)
    yield f"<details><summary>As a table</summary><table><thead><tr><th>Year</th>{heads}</tr></thead>\n<tbody>\n"
    for year, labels in sorted(tally.years.items()):
        cells = "".join(f"<td>{labels[label]:,}</td>" for label in ORDER)
        yield f"<tr><td>{_text(year)}</td>{cells}</tr>\n"
    yield "</tbody></table></details>\n"


def _by_treaty(tally: Tally) -> Iterator[str]:
    ranked = sorted(tally.treaties.items(), key=lambda item: (-item[1][Label.REFUTED], -item[1].total(), item[0]))
    shown = ranked[:_MOST_TREATIES]
    highest = max(labels.total() for _, labels in shown)
    yield '<section class="chart"><h2>Verdicts by treaty</h2>\n<ol class="bars">\n'
    for treaty, labels in shown:
        told = ", ".join(f"{labels[label]:,} {LABEL_WORDS[label].lower()}" for label in ORDER if labels[label])
        parts = [(label.value, labels[label]) for label in ORDER]
        yield f"<li><span>{_name(treaty)}</span> <small>{told}</small>{bar(parts, highest)}</li>\n"
    yield "</ol>\n"
    if len(ranked) > len(shown):
        yield f"<p><small>And {len(ranked) - len(shown):,} more treaties.</small></p>\n"
    yield "</section>\n"


def _mistakes(tally: Tally) -> Iterator[str]:
    ranked = sorted(tally.mistakes.items(), key=lambda item: (-item[1], item[0]))[:_MOST_MISTAKES]
    yield '<section class="chart"><h2>Most frequent errors</h2>\n'
    if not ranked:
        yield "<p>None.</p></section>\n"
        return
    yield '<ol class="bars">\n'
    for mistake, count in ranked:
        stated = f"{mistake.relation.replace('_', ' ')} {_written(mistake.normalized)}"
        words = f"{_name(mistake.treaty)}: {_text(stated)}"
        times = "once" if count == 1 else f"{count:,} times"
        yield f"<li><span>{words}</span> <small>{times}</small>{bar([('refuted', count)], ranked[0][1])}</li>\n"
    yield "</ol></section>\n"


def _written(normalized: str) -> str:
    """A value as people write it."""
    return write_date(normalized, _LONG_DATE) if bounds(normalized) else normalized


def _name(treaty_id: str) -> str:
    treaty = treaty_names().treaties.get(treaty_id)
    return _text(treaty.name if treaty else treaty_id)


def _text(text: str) -> str:
    return escape(one_line(text))
