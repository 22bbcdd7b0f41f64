"""Clauses that may tell what a treaty contains, in common words or of its parties: kept where the facts bear them out.

"The pact gives India the rivers", "Spain ceded Gibraltar", "Gibraltar was ceded", "no state may claim the Moon".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.claims.candidates import candidate_treaties
from treatycheck.claims.content_verbs import content_verbs, with_content_verbs
from treatycheck.claims.contents import is_modifier, subject_start, treaty_is_kept, treaty_said_of
from treatycheck.claims.frames import Filled
from treatycheck.claims.heads import HEADS, head_before
from treatycheck.claims.inflection import Form
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.stretches import phrase_end, text_value
from treatycheck.claims.verb_groups import VerbGroup, verb_group
from treatycheck.claims.view import View
from treatycheck.claims.words import PREPOSITION, is_adverb
from treatycheck.model import Claim, Mention, Span
from treatycheck.relations import Frame, frame_by_id

_DOUBTFUL = frozenset({"might", "could", "should"})
_DUTIES = frozenset({"must", "shall", "may"})
_MOST_TREATIES = 3
_BINDING = frozenset(
    "agree agreed agrees undertake undertook pledge pledged promise promised oblige obliged bound require required "
    "committed have has had forced allowed permitted entitled free not".split()
)
_OF_CONTENTS = frozenset({"prohibits", "limit", "first"})
_FOUNDING = frozenset(
    "create creates created creating establish establishes established establishing found founded".split()
)
_ENDING = frozenset("end ends ended ending stop stops stopped stopping".split())
_WARS = frozenset("war wars conflict hostilities fighting revolution".split())
# what a treaty lays down by creating it; to create a body or a state is no content of it
_LAID_DOWN = frozenset(
    "zone zones border borders boundary boundaries limit limits right rights principle principles rule rules standard "
    "standards system regime as freedom protection ratio ban status area areas line control controls obligations "
    "market citizenship quota quotas tariff tariffs duty".split()
)


def content_clauses(view: View, firm: Sequence[Claim], plain: str) -> Iterator[Filled]:
    """The clauses of a sentence that its firm claims leave open, the surest first."""
    yield from (filled for filled in _clauses(view, plain) if not is_told(filled.claim.span, firm))


def is_told(span: Span, firm: Sequence[Claim]) -> bool:
    """Whether a stretch is taken by a firm claim of contents, or holds the verb of another event."""
    return any(
        claim.span.overlaps(span)
        if claim.relation in _OF_CONTENTS
        else claim.predicate is not None and span.contains(claim.predicate) and not claim.implicit
        for claim in firm
    )


def _clauses(view: View, plain: str) -> Iterator[Filled]:
    wide = with_content_verbs(view)
    groups = [(verb, verb_group(wide, verb)) for verb in content_verbs(view)]
    groups = [(verb, group) for verb, group in groups if not is_modifier(wide, verb, group)]
    for verb, group in groups:
        if not _is_passive(group) and _belongs(verb, "prohibits/content"):
            yield from _of_treaty(wide, verb, group, plain)
    for verb, group in groups:
        if _belongs(verb, "prohibits/party"):
            yield from _of_parties(wide, verb, group, plain)
    yield from _duties(wide, plain)


def _belongs(verb: Predicate, frame_id: str) -> bool:
    return any(frame.id in {frame_id, "prohibits/verb"} for frame in verb.frames)


def _is_passive(group: VerbGroup) -> bool:
    return group.passive and group.auxiliary


def _of_treaty(view: View, verb: Predicate, group: VerbGroup, plain: str) -> Iterator[Filled]:
    """ "which gives India the eastern rivers": the treaty is the subject."""
    end = phrase_end(view, verb.last + 1, verb.form)
    if _DOUBTFUL & set(view.words[group.first : verb.first]) or end <= verb.last + 1 or _is_other(view, verb, end):
        return
    if _is_no_statement(view, verb, group):
        return
    frame = frame_by_id("prohibits/content")
    said_of = treaty_said_of(view, verb, group) or _of_list(view, verb)
    if said_of is not None:
        named = (other for other in view.treaties if other.value == said_of.value and not other.detail)
        if not any(verb.last < other.first < end for other in named):
            yield _filled(view, frame, said_of, verb.first, end - 1, plain)
    elif _is_of_one_treaty(view, verb, group):
        for treaty in candidate_treaties(view, verb.first)[:_MOST_TREATIES]:
            yield _filled(view, frame, treaty, verb.first, end - 1, plain)


def _is_no_statement(view: View, verb: Predicate, group: VerbGroup) -> bool:
    """A base form without what makes it a verb, or a participle that tells what was done to the treaty: "made by"."""
    if verb.form is Form.BASE:
        return not (group.auxiliary or group.infinitive)
    undergone = group.passive and not group.auxiliary
    return undergone and view.words[verb.last + 1] in PREPOSITION


def _is_of_one_treaty(view: View, verb: Predicate, group: VerbGroup) -> bool:
    """Whether a treaty that the text does not tell is the subject: "the original treaty bans"."""
    head = head_before(view, verb, group)
    if head is None and group.first and view.words[group.first - 1] in HEADS:
        head = group.first - 1
    return head is not None and not view.words[head].endswith("s") and treaty_is_kept(view, verb, group, head)


def _of_list(view: View, verb: Predicate) -> Mention | None:
    """ "- Bans all mines": a line of a list under the treaty's name."""
    opening = verb.form is Form.PRESENT and not any(word.isalpha() for word in view.words[: verb.first])
    return view.salient or next(iter(view.background), None) if opening and not view.treaties else None


def _of_parties(view: View, verb: Predicate, group: VerbGroup, plain: str) -> Iterator[Filled]:
    """ "Spain ceded Gibraltar", "the islands were returned to Japan": somebody or something else is the subject."""
    if _DOUBTFUL & set(view.words[group.first : verb.first]):
        return
    start = subject_start(view, group.first)
    end = min(view.length, max(phrase_end(view, verb.last + 1), verb.last + 1))
    if _is_other(view, verb, end) or view.words[verb.first] in _FOUNDING or _is_loose(view, group):
        return
    frame = frame_by_id("prohibits/party")
    for treaty in candidate_treaties(view, verb.first)[:_MOST_TREATIES]:
        yield _filled(view, frame, treaty, start, end - 1, plain)


def _is_loose(view: View, group: VerbGroup) -> bool:
    """ "who now share", "to make": nobody is said to do it."""
    index = group.first - 1
    while index > 0 and is_adverb(view.words[index]):
        index -= 1
    before = view.words[index] if index >= 0 else ""
    return before in {"who", "which"} or (group.infinitive and before not in _BINDING)


def _is_other(view: View, verb: Predicate, end: int) -> bool:
    """ "ended the war", "created the court", "including": no content of the treaty."""
    return view.words[verb.first] == "including" or tells_no_contents(view, verb.first, end)


def tells_no_contents(view: View, first: int, end: int) -> bool:
    """Whether a stretch tells that a war ended or that a body was founded."""
    said = set(view.words[first:end])
    return bool((said & _ENDING and said & _WARS) or (said & _FOUNDING and not said & _LAID_DOWN))


def _duties(view: View, plain: str) -> Iterator[Filled]:
    """ "No state may claim the Moon under it": a modal of duty, whatever the verb."""
    frame = frame_by_id("prohibits/party")
    for index, word in enumerate(view.words):
        if word not in _DUTIES:
            continue
        start = subject_start(view, index)
        end = phrase_end(view, index + 2)
        if start == index or end <= index + 1:
            continue
        for treaty in candidate_treaties(view, index)[:_MOST_TREATIES]:
            yield _filled(view, frame, treaty, start, end - 1, plain)


def _filled(view: View, frame: Frame, treaty: Mention, first: int, last: int, plain: str) -> Filled:
    value = text_value(view, first, last, plain)
    claim = Claim(frame.id, "prohibits", treaty, value, view.span(first, last), view.sentence.span)
    return Filled(claim, first, last, first, frame)
