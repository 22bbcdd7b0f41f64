"""Years that stand before, in or behind a treaty's name and assert its signature in passing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatycheck.claims.dated_names import LONGEST_ASIDE
from treatycheck.claims.dates import attached_date
from treatycheck.claims.frames import Filled
from treatycheck.claims.objects import joined_after
from treatycheck.claims.values import value_of
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY
from treatycheck.linking.joined_names import PLURALS
from treatycheck.model import Claim, Mention, Span
from treatycheck.relations import construction_frame

_GAP = frozenset({",", "and", "the", "then", "but", "also", "its", ";", "finally", "later"})
_LIST_OPENERS = frozenset(
    "with by through via and , ( : like including ; \u2014 \u2013 then was produce after or".split()
)


def years_in_passing(view: View, used: set[Span]) -> dict[Mention, Mention]:
    """ "…, the NPT in 1968 and the ABM Treaty in 1972": the year of a treaty in a list without a verb of its own."""
    found: dict[Mention, Mention] = {}
    for date in view.dates:
        if date.span in used or date in view.name_years or "/" in date.value or date.value.endswith("~"):
            continue
        for treaty in view.treaties:
            told = _follows(view, treaty, date) and _opens_list_item(view, treaty)
            if told and not _has_own_verb(view, date) and not _is_dated_by(view, treaty, date):
                found[date] = treaty
    return found


def _is_dated_by(view: View, treaty: Mention, date: Mention) -> bool:
    """ "was replaced by the USMCA in 2020": the date says when that happened, not when the treaty was signed."""
    return any(
        predicate.last < treaty.first
        and predicate.kind == "verb"
        and not all(f.tentative for f in predicate.frames)
        and not {",", "and"} & set(view.words[predicate.last : treaty.first])
        and attached_date(view, predicate, predicate.first) is date
        for predicate in view.predicates
    )


def fill_gaps(view: View, framed: Sequence[Filled], plain: str) -> Iterator[Filled]:
    """ "left the ABM Treaty in 2002 and the INF Treaty in 2019": the verb of the first treaty holds for the next."""
    by_date = {filled.claim.value.span: filled for filled in framed if filled.claim.value.span}
    used = {span for span in by_date if span}
    for date, treaty in years_in_passing(view, used).items():
        earlier = [other for other in view.dates if other.last < treaty.first]
        if not earlier or not set(view.words[earlier[-1].last + 1 : treaty.first]) <= _GAP:
            continue
        model = by_date.get(earlier[-1].span) or _past_unknown(view, earlier, by_date)
        if model is None:
            continue
        claim = model.claim._replace(
            treaty=treaty, value=value_of(date, plain), span=view.span(treaty.first, date.last)
        )
        filled = model._replace(claim=claim, first=treaty.first, last=date.last)
        by_date[date.span] = filled
        yield filled


def _past_unknown(view: View, earlier: Sequence[Mention], by_date: Mapping[Span, Filled]) -> Filled | None:
    """ "ratified the NPT in 1973, Rarotonga in 1986, the CTBT in 1998": the verb, where the text names one unknown."""
    if len(earlier) < 2:
        return None
    before, unknown = earlier[-2], earlier[-1]
    item = view.words[before.last + 1 : unknown.first]
    named = item[:1] == (",",) and item[-1:] == ("in",) and len(item) <= LONGEST_ASIDE
    return by_date.get(before.span) if named and view.capitalised(unknown.first - 2) else None


def _follows(view: View, treaty: Mention, date: Mention) -> bool:
    """ "the NPT in 1968", "the ABM Treaty the same year"."""
    if treaty.detail or treaty.last >= date.first:
        return False
    between = view.words[treaty.last + 1 : date.first]
    return between == ("in",) or (between in {(), ("the",)} and "same" in date.text)


def _opens_list_item(view: View, treaty: Mention) -> bool:
    index = treaty.first - 1
    while index >= 0 and view.words[index] in {"the", "and", "a", "its"}:
        index -= 1
        if view.words[index + 1] == "and":
            return True
    return index < 0 or view.words[index] in _LIST_OPENERS


def _has_own_verb(view: View, date: Mention) -> bool:
    """A verb of change right behind: "the NPT in 1985 was violated" dates that, not the signature."""
    behind = view.words[date.last + 1 : date.last + 2]
    return bool(behind) and behind[0] in AUXILIARY


def fill_years_in_passing(view: View, used: set[Span], plain: str) -> Iterator[Filled]:
    """Claims of signature for years in passing."""
    return _signatures(view, years_in_passing(view, used), plain, implicit=False)


def fill_name_years(view: View, plain: str) -> Iterator[Filled]:
    """A claim of signature for each year in a name."""
    return _signatures(view, view.name_years, plain, implicit=True)


def _signatures(view: View, years: Mapping[Mention, Mention], plain: str, *, implicit: bool) -> Iterator[Filled]:
    frame = construction_frame("signed")
    for date, treaty in years.items():
        for bearer in (treaty, *(_sharing_noun(view, treaty) if date.last < treaty.first else ())):
            first, last = min(date.first, bearer.first), max(date.last, bearer.last)
            claim = Claim(
                rule=frame.id,
                relation=frame.relation,
                treaty=bearer,
                value=value_of(date, plain),
                span=view.span(first, last),
                sentence=view.sentence.span,
                implicit=implicit,
            )
            yield Filled(claim, first, last, first, frame)


def _sharing_noun(view: View, treaty: Mention) -> list[Mention]:
    """ "the 1972 SALT and Anti-Ballistic Missile treaties": the others that a year before a plural noun dates."""
    joined = list(joined_after(view, view.treaties.index(treaty)))
    return joined if joined and view.words[joined[-1].last] in PLURALS else []
