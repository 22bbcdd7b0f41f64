"""Clauses that may tell what a treaty contains, in common words or of its parties: kept where the facts bear them out.

"The pact gives India the rivers", "Spain ceded Gibraltar", "Gibraltar was ceded", "no state may claim the Moon".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.claims.candidates import candidate_treaties
from treatycheck.claims.content_verbs import content_verbs, with_content_verbs
from treatycheck.claims.contents import is_modifier, treaty_is_kept, treaty_said_of
from treatycheck.claims.frames import Filled
from treatycheck.claims.heads import HEADS, head_before
from treatycheck.claims.inflection import Form
from treatycheck.claims.party_clauses import duties, party_clauses
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.statements import is_told, statement, tells_no_contents
from treatycheck.claims.stretches import phrase_end
from treatycheck.claims.verb_groups import VerbGroup, verb_group
from treatycheck.claims.view import View
from treatycheck.claims.words import PREPOSITION
from treatycheck.model import Claim, Mention
from treatycheck.relations import frame_by_id

_DOUBTFUL = frozenset({"might", "could", "should"})
_MOST_TREATIES = 3


def content_clauses(view: View, firm: Sequence[Claim], plain: str) -> Iterator[Filled]:
    """The clauses of a sentence that its firm claims leave open, the surest first."""
    yield from (filled for filled in _clauses(view, plain) if not is_told(filled.claim.span, firm))


def _clauses(view: View, plain: str) -> Iterator[Filled]:
    verbs = content_verbs(view)
    wide = with_content_verbs(view)
    groups = [(verb, verb_group(wide, verb)) for verb in verbs]
    groups = [(verb, group) for verb, group in groups if not is_modifier(wide, verb, group)]
    for verb, group in groups:
        if not _is_passive(group) and _belongs(verb, "prohibits/content"):
            yield from _of_treaty(wide, verb, group, plain)
    for verb, group in groups:
        if _belongs(verb, "prohibits/party"):
            yield from party_clauses(wide, verb, group, plain)
    yield from duties(wide, plain)


def _belongs(verb: Predicate, frame_id: str) -> bool:
    return any(frame.id in {frame_id, "prohibits/verb"} for frame in verb.frames)


def _is_passive(group: VerbGroup) -> bool:
    return group.passive and group.auxiliary


def _of_treaty(view: View, verb: Predicate, group: VerbGroup, plain: str) -> Iterator[Filled]:
    """ "which gives India the eastern rivers": the treaty is the subject."""
    end = phrase_end(view, verb.last + 1, verb.form)
    if _DOUBTFUL & set(view.words[group.first : verb.first]) or end <= verb.last + 1 or _is_other(view, verb, end):
        return
    if _is_no_statement(view, verb, group) or "nothing" in view.words[: verb.first]:
        return
    frame = frame_by_id("prohibits/content")
    said_of = treaty_said_of(view, verb, group) or _of_list(view, verb)
    if said_of is not None:
        named = (other for other in view.treaties if other.value == said_of.value and not other.detail)
        if not any(verb.last < other.first < end for other in named):
            yield statement(view, frame, said_of, verb.first, end - 1, plain)
    elif _is_of_one_treaty(view, verb, group):
        for treaty in candidate_treaties(view, verb.first)[:_MOST_TREATIES]:
            yield statement(view, frame, treaty, verb.first, end - 1, plain)


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


def _is_other(view: View, verb: Predicate, end: int) -> bool:
    """ "ended the war", "created the court", "including": no content of the treaty."""
    return view.words[verb.first] == "including" or tells_no_contents(view, verb.first, end)
