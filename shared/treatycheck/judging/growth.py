"""How many parties or signers a treaty may have had on a day, by the counts and lists that are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.judging.case import Case
from treatycheck.judging.status_lists import WHOLE_LIST
from treatycheck.judging.steps import BINDING
from treatycheck.model import Fact
from treatycheck.values.edtf import bounds
from treatycheck.values.quantities import parse_quantity

# no treaty has more parties than there are states and unions of states
_EVERYBODY = 200.0
_YOUNG_YEARS, _CLOSED_AFTER_YEARS = 5, 15
_YOUNG_GROWTH, _GROWTH, _LATE_GROWTH = 0.5, 0.1, 0.03
# where most states have joined, few are left that may
_SATURATION = 3.0
_DAYS = 365.25
_LATE = 0.5
# a list may lack those that joined by a step that it does not tell
_LIST_LEEWAY = 1.0
_SAME_TIME = timedelta(days=31)
# a count without a date may be of any day
_UNDATED = 1.1
_ACTS = {"party_count": ("ratified", "acceded"), "signatory_count": ("signed",)}


class Counted(NamedTuple):
    """A count that was true on a day; `day` is None where it is not told or cannot be right."""

    number: float
    fact: Fact
    day: date | None


class Growth(NamedTuple):
    """What is known of a count over time: `anchors` are days by which at least so many had joined, `left` how many
    have left or said that they will, `departures` the days on which they did and came back, `final` whether nobody
    could join later.
    """

    relation: str
    treaty_year: int
    counts: tuple[Counted, ...]
    anchors: tuple[tuple[date, float], ...]
    listed: tuple[tuple[date, Fact], ...]
    list_day: date | None
    left: int = 0
    departures: tuple[tuple[date, date | None], ...] = ()
    final: bool = False

    def dated(self) -> list[Counted]:
        return [count for count in self.counts if count.day is not None]

    def highest(self) -> Fact | None:
        """The fact of the highest count, where any count is known."""
        return max(self.counts, key=lambda count: count.number).fact if self.counts else None

    def least(self, day: date) -> float:
        """So many at least: growth may be late, so half of what a straight line between two counts would give."""
        return self.likely(day, _LATE)

    def passed(self, day: date) -> float:
        """So many had surely joined by a day and have not left: the last count before it, or nearly the list."""
        counted = [(count.day, count.number) for count in self.counts if count.day and count.day <= day]
        on_list = self.on_list(day) or 0.0
        return max(max(counted, default=(day, 0.0))[1], on_list + self._gone(day) - _LIST_LEEWAY) - self.left

    def bounded(self, day: date) -> float | None:
        """So many at most where the list or a later count tells, with those that may have left since."""
        before = [count.number for count in self.counts if count.day and count.day <= day]
        on_list = self.on_list(day)
        if on_list is not None:
            return max(on_list + _LIST_LEEWAY, *before, 0.0)
        later = [(count.day, count.number) for count in self.counts if count.day and count.day >= day]
        return min(later)[1] + self.left if later else None

    def likely(self, day: date, pace: float = 1.0) -> float:
        """So many by a straight line between the counts before and behind, or by a part of its rise."""
        on_list = self.on_list(day)
        if on_list is not None:
            return on_list
        points = sorted([*self.anchors, *((count.day, count.number) for count in self.counts if count.day)])
        before = [point for point in points if point[0] <= day]
        behind = [point for point in points if point[0] > day]
        if not before:
            return 0.0
        if not behind:
            return before[-1][1]
        (first, low), (last, high) = before[-1], behind[0]
        share = (day - first).days / max(1, (last - first).days)
        return low + pace * share * (high - low) if high >= low else high

    def most(self, day: date) -> float:
        """So many at most: the next count, or the last one grown at the pace of the treaty's age."""
        on_list = self.on_list(day)
        if on_list is not None:
            return on_list
        known = sorted((count.day, count.number) for count in self.counts if count.day)
        if self.list_day and (listed := self.on_list(self.list_day)) and listed >= max(known, default=(day, 0.0))[1]:
            known.append((max(self.list_day, known[-1][0] if known else self.list_day), listed))
        loose = _UNDATED * max((count.number for count in self.counts if count.day is None), default=0.0)
        before = [number for when, number in known if when <= day]
        behind = [number for when, number in known if when > day]
        if behind:
            return max([behind[0] + self.left, *before[-1:]])
        if not before:
            return loose or _EVERYBODY
        newest = known[-1][0]
        return max(loose, min(_EVERYBODY, before[-1] + self._grown(before[-1], newest, day)))

    def _grown(self, number: float, since: date, day: date) -> float:
        if self.is_closed(since):
            return 0.0
        age = since.year - self.treaty_year
        years = (day - since).days / _DAYS
        if age < _YOUNG_YEARS:
            return max(12.0, _YOUNG_GROWTH * number) * years + 3
        pace = _GROWTH if age < _CLOSED_AFTER_YEARS else _LATE_GROWTH
        left_over = min(1.0, _SATURATION * (1 - number / _EVERYBODY))
        return (pace * left_over * number + 1) * years

    def is_closed(self, day: date) -> bool:
        """Whether nobody may sign any more."""
        late = day.year - self.treaty_year >= _CLOSED_AFTER_YEARS
        return self.relation == "signatory_count" and (late or self.final)

    def at(self, days: Sequence[date]) -> Counted | None:
        """A count of just these days."""
        for count in self.counts:
            if count.day and all(abs(count.day - day) <= _SAME_TIME for day in days):
                return count
        return None

    def on_list(self, day: date) -> float | None:
        """How many stood on the depositary's list, where it reaches so far."""
        if self.list_day is None or day > self.list_day or len(self.listed) < WHOLE_LIST:
            return None
        return float(sum(when <= day for when, _ in self.listed) - self._gone(day))

    def _gone(self, day: date) -> int:
        """How many of those listed were no parties any more on a day."""
        return sum(out <= day and not (back and out < back <= day) for out, back in self.departures)

    def last_listed(self, day: date) -> Fact | None:
        reached = [(when, fact) for when, fact in self.listed if when <= day]
        return max(reached, key=lambda item: item[0])[1] if reached and self.on_list(day) is not None else None


def growth_of(case: Case, relation: str) -> Growth:
    """The counts, the beginnings and the list of the case's treaty for one relation."""
    return case.facts.once(_growth, relation, case.treaty.year)


def _growth(facts: TreatyFacts, relation: str, year: int) -> Growth:
    opened = facts.once(_opening_day, year)
    counts = [_counted(fact, opened) for fact in facts.of(relation)]
    listed, list_day = _list(facts, relation)
    counted = tuple(count for count in counts if count is not None)
    anchors = tuple(_anchors(facts, relation, opened))
    final = not facts.of("opened_for_signature", "acceded", "party_count")
    parties = relation == "party_count"
    left = len({fact.party for fact in facts.of("withdrew") if fact.party}) if parties else 0
    departures = tuple(_departures(facts)) if parties else ()
    return Growth(relation, year, counted, anchors, listed, list_day, left, departures, final)


def _departures(facts: TreatyFacts) -> Iterator[tuple[date, date | None]]:
    """For each party that left, the day from which it was out, and the day on which it came back."""
    out: dict[str, date] = {}
    left = [fact for fact in facts.of("withdrew") if fact.stage in {None, "effective"}]
    for fact in (*left, *(fact for fact in facts.of("ratified") if fact.stage == "revoked")):
        limits = bounds(fact.value)
        if limits and fact.party:
            out[fact.party] = min(limits.latest, out.get(fact.party, limits.latest))
    for party, day in out.items():
        joined = (limits.latest for fact in facts.of_parties((party,), "acceded") if (limits := bounds(fact.value)))
        yield day, min((again for again in joined if again > day), default=None)


def threshold(case: Case) -> tuple[Fact, ...]:
    """How many ratifications the treaty needed to take effect."""
    return case.facts.once(_threshold)


def _threshold(facts: TreatyFacts) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts.of("limit") if fact.value.endswith(" ratifications"))


def first_day(fact: Fact) -> date | None:
    limits = bounds(fact.as_of) if fact.as_of else None
    return limits.earliest if limits else None


def _counted(fact: Fact, opened: date) -> Counted | None:
    quantity = parse_quantity(fact.value)
    if quantity is None:
        return None
    limits = bounds(fact.as_of) if fact.as_of else None
    if limits is None or limits.latest < opened:
        return Counted(quantity.low, fact, None)
    return Counted(quantity.low, fact, max(limits.earliest, opened))


def opening_day(case: Case) -> date:
    """The day on which one could sign first."""
    return case.facts.once(_opening_day, case.treaty.year)


def _opening_day(facts: TreatyFacts, year: int) -> date:
    opened = [f for f in facts.of("opened_for_signature", "signed") if f.party is None] or facts.of("adopted")
    days = [limits.earliest for fact in opened if (limits := bounds(fact.value))]
    return min(days, default=date(max(1, year), 1, 1))


def _anchors(facts: TreatyFacts, relation: str, opened: date) -> list[tuple[date, float]]:
    anchors = [(opened, 0.0)]
    entered = [limits.latest for fact in facts.of("entered_into_force") if (limits := bounds(fact.value))]
    needed = [quantity.low for fact in facts.once(_threshold) if (quantity := parse_quantity(fact.value))]
    if relation == "party_count" and entered and needed:
        anchors.append((max(entered), min(needed)))
    return anchors


def _list(facts: TreatyFacts, relation: str) -> tuple[tuple[tuple[date, Fact], ...], date | None]:
    """For each party the first day of its act, and the day of the depositary's list that they come from."""
    acts = [fact for fact in facts.of(*_ACTS[relation]) if fact.party and not fact.negated and fact.stage in BINDING]
    days = [day for fact in acts if (day := first_day(fact))]
    if not days:
        return (), None
    first: dict[str, tuple[date, Fact]] = {}
    for fact in acts:
        limits = bounds(fact.value)
        if limits and fact.party and (fact.party not in first or limits.latest < first[fact.party][0]):
            first[fact.party] = (limits.latest, fact)
    return tuple(first.values()), max(days)
