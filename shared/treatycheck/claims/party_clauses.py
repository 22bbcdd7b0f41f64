"""What a treaty has its parties do or undergo: "Spain ceded Gibraltar", "Gibraltar was ceded", "no state may claim"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.candidates import candidate_treaties
from treatycheck.claims.contents import subject_start
from treatycheck.claims.frames import Filled
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.statements import begins_founding, statement, tells_no_contents
from treatycheck.claims.stretches import phrase_end
from treatycheck.claims.verb_groups import VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import is_adverb
from treatycheck.model import Mention
from treatycheck.relations import frame_by_id

_DOUBTFUL = frozenset({"might", "could", "should"})
_DUTIES = frozenset({"must", "shall", "may"})
_MOST_TREATIES = 3
_BINDING = frozenset(
    "agree agreed agrees undertake undertook pledge pledged promise promised oblige obliged bound require required "
    "committed have has had forced allowed permitted entitled free not".split()
)
_BY = frozenset({"under", "by", "in", "through", "at"})
_TERMS = frozenset({"the", "terms", "provisions", "of", "this", "that", "its"})


def party_clauses(view: View, verb: Predicate, group: VerbGroup, plain: str) -> Iterator[Filled]:
    """ "Spain ceded Gibraltar", "the islands were returned to Japan": somebody or something else is the subject."""
    if _DOUBTFUL & set(view.words[group.first : verb.first]) or _is_loose(view, group):
        return
    start = subject_start(view, group.first)
    end = min(view.length, max(phrase_end(view, verb.last + 1), verb.last + 1))
    if view.words[verb.first] == "including" or tells_no_contents(view, verb.first, end):
        return
    if not begins_founding(view, verb.first):
        yield from _of_candidates(view, verb.first, start, end, plain)


def duties(view: View, plain: str) -> Iterator[Filled]:
    """ "No state may claim the Moon under it": a modal of duty, whatever the verb."""
    if view.said.isdisjoint(_DUTIES):
        return
    for index, word in enumerate(view.words):
        if word not in _DUTIES:
            continue
        start, end = subject_start(view, index), phrase_end(view, index + 2)
        if start < index and end > index + 1:
            yield from _of_candidates(view, index, start, end, plain)


def _of_candidates(view: View, verb: int, start: int, end: int, plain: str) -> Iterator[Filled]:
    for treaty in candidate_treaties(view, verb)[:_MOST_TREATIES]:
        first, last = _without_source(view, treaty, start, end)
        named = (first, last) != (start, end) or _opens(view, treaty, start)
        if first < verb < last:
            frame = frame_by_id("prohibits/content" if named else "prohibits/party")
            yield statement(view, frame, treaty, first, last - 1, plain)


def _without_source(view: View, treaty: Mention, start: int, end: int) -> tuple[int, int]:
    """ "Under the treaty no state may …", "… in the treaty": the clause without the words that say where it stands."""
    if treaty not in view.treaties:
        return start, end
    before = _preposition(view, treaty)
    if before is None:
        return start, end
    if before <= start + 1 and start <= treaty.last:
        return treaty.last + 1, end
    return (start, before) if treaty.last >= end - 1 > before else (start, end)


def _opens(view: View, treaty: Mention, start: int) -> bool:
    """ "Under the treaty, Russia …": the source stands before the clause, with a comma."""
    between = view.words[treaty.last + 1 : start]
    return treaty in view.treaties and between == (",",) and _preposition(view, treaty) is not None


def _preposition(view: View, treaty: Mention) -> int | None:
    index = treaty.first - 1
    while index >= 0 and view.words[index] in _TERMS:
        index -= 1
    return index if index >= 0 and view.words[index] in _BY else None


def _is_loose(view: View, group: VerbGroup) -> bool:
    """ "who now share", "to make": nobody is said to do it."""
    index = group.first - 1
    while index > 0 and is_adverb(view.words[index]):
        index -= 1
    before = view.words[index] if index >= 0 else ""
    return before in {"who", "which"} or (group.infinitive and before not in _BINDING)
