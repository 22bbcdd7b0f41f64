"""Charts as inline SVG, coloured by the page's style: verdicts by year, and bars for lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from treatycheck.audit.tally import UNDATED
from treatycheck.model import Label

# refuted at the bottom of a column and the left of a bar, where lengths compare best
ORDER = (Label.REFUTED, Label.NOT_ENOUGH_INFO, Label.SUPPORTED)
_WIDTH, _HEIGHT, _LEFT, _TOP, _FOOT = 900, 200, 46, 10, 26
_MOST_COLUMNS, _WIDEST, _LABEL_WIDTH, _GAP = 60, 44, 34, 24
_STEPS = (1, 2, 5)

Columns = Mapping[str, Mapping[str, int]]


def year_chart(years: Columns) -> str:
    """Stacked columns of verdicts for each year, or for each decade where there are too many; undated ones last."""
    columns = _columns(years)
    highest = max((sum(labels.values()) for _, labels in columns), default=0)
    if not highest:
        return ""
    step = min(_WIDEST, (_WIDTH - _LEFT - 2 * _GAP) / len(columns))
    ticks = _ticks(highest)
    scale = (_HEIGHT - _TOP) / ticks[-1]
    width = round(_LEFT + step * len(columns) + 2 * _GAP)
    parts = [*_grid(ticks, scale, width), *_stacks(columns, step, scale)]
    return (
        f'<svg class="years" role="img" aria-label="Claims by year of publication and verdict" width="{width}" '
        f'height="{_HEIGHT + _FOOT}" viewBox="0 0 {width} {_HEIGHT + _FOOT}">{"".join(parts)}</svg>'
    )


def bar(parts: Sequence[tuple[str, int]], highest: int) -> str:
    """A horizontal bar of coloured parts, as long as they are to the highest sum."""
    place, drawn = 0.0, []
    for name, count in parts:
        length = 100 * count / max(1, highest)
        if count:
            drawn.append(f'<rect class="{name}" x="{place:.2f}" width="{length:.2f}" height="1"/>')
        place += length
    return f'<svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">{"".join(drawn)}</svg>'


def _columns(years: Columns) -> list[tuple[str, Mapping[str, int]]]:
    dated = {int(year): labels for year, labels in years.items() if year != UNDATED}
    named: dict[str, Counter[str]] = {}
    if dated:
        first, last = min(dated), max(dated)
        by_year = last - first < _MOST_COLUMNS
        for year in range(first, last + 1) if by_year else range(first - first % 10, last + 1):
            name = str(year) if by_year else f"{year - year % 10}s"
            named.setdefault(name, Counter()).update(dated.get(year, {}))
    columns: list[tuple[str, Mapping[str, int]]] = list(named.items())
    return [*columns, (UNDATED, years[UNDATED])] if UNDATED in years else columns


def _ticks(highest: int) -> list[int]:
    """0 and up to five round numbers, the last not below the highest."""
    size = 1
    while True:
        for step in (size * one for one in _STEPS):
            if step * 4 >= highest:
                return list(range(0, highest + step, step))
        size *= 10


def _grid(ticks: Sequence[int], scale: float, width: int) -> Iterator[str]:
    for tick in ticks:
        y = _HEIGHT - tick * scale
        yield f'<line class="grid" x1="{_LEFT}" x2="{width}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text class="tick" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{tick:,}</text>'


def _stacks(columns: Sequence[tuple[str, Mapping[str, int]]], step: float, scale: float) -> Iterator[str]:
    every = max(1, -(-_LABEL_WIDTH // max(1, int(step))))
    last = len(columns) - 1 if columns[-1][0] == UNDATED else len(columns) + _LABEL_WIDTH
    for index, (name, labels) in enumerate(columns):
        x, y = _LEFT + index * step + step * 0.12 + _GAP * (name == UNDATED), float(_HEIGHT)
        counts = [(label, labels.get(label, 0)) for label in ORDER]
        told = ", ".join(f"{count} {label.replace('_', ' ')}" for label, count in counts)
        yield f"<g><title>{name}: {told}</title>"
        for label, count in counts:
            height = count * scale
            y -= height
            if count:
                yield f'<rect class="{label}" x="{x:.1f}" y="{y:.1f}" width="{step * 0.76:.1f}" height="{height:.1f}"/>'
        yield "</g>"
        if index % every == 0 and name != UNDATED and (last - index) * step > _LABEL_WIDTH:
            yield f'<text class="tick" x="{x + step * 0.38:.1f}" y="{_HEIGHT + 17}" text-anchor="middle">{name}</text>'
        if name == UNDATED:
            yield f'<text class="tick" x="{x + step * 0.38:.1f}" y="{_HEIGHT + 17}" text-anchor="middle">{name}</text>'
