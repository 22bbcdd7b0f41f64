"""The roles of a frame's words: which treaties they are said of, and who acts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from treatycheck.claims.actors import by_phrase, signing_with, subject_actors
from treatycheck.claims.controllers import asserts
from treatycheck.claims.inflection import Form
from treatycheck.claims.objects import has_object, joined_before, objects
from treatycheck.claims.owners import owner_by_pronoun, possessor
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.proxies import acting_for
from treatycheck.claims.subjects import antecedent_object, subject_treaty
from treatycheck.claims.treaty_roles import after_treaties, noun_treaties, omitted_treaties
from treatycheck.claims.verb_groups import VerbGroup, group_of
from treatycheck.claims.view import View, within
from treatycheck.model import Mention, MentionKind
from treatycheck.relations import Frame

# what one may do for a state
ACTED_FOR = frozenset({"signed", "signatory", "ratified"})
_BOTH = (MentionKind.PERSON, MentionKind.PARTY)


class Roles(NamedTuple):
    """A verb with its auxiliaries, the treaties it is about, who acts; a noun's actors own it."""

    group: VerbGroup
    treaties: tuple[Mention, ...]
    actors: tuple[Mention, ...]
    owner_needed: bool


def roles_of(view: View, predicate: Predicate, frame: Frame) -> Roles:
    """What fills the roles of a frame whose words stand at a predicate."""
    group = group_of(view, predicate, frame.kind)
    if frame.kind == "noun":
        owner = possessor(view, predicate) or owner_by_pronoun(view, predicate)
        if frame.relation == "signed" and "'s" not in view.words[max(0, predicate.first - 3) : predicate.first]:
            owner = None
        label = view.salient if _is_label(view, predicate) else None
        named = (label,) if label else tuple(noun_treaties(view, predicate))
        return Roles(group, named, (owner,) if owner else (), True)
    if frame.kind == "verb" and frame.treaty == "subject" and group.passive and _is_transitive(view, predicate, group):
        return Roles(group, (), (), False)
    if frame.relation == "terminated" and frame.treaty == "subject" and has_object(view, predicate):
        return Roles(group, (), (), False)
    treaties = tuple(_treaties(view, predicate, frame, group))
    actors = tuple(_actors(view, predicate, frame, group))
    if not treaties and actors and _leaves_out(view, predicate, frame, group):
        treaties = tuple(omitted_treaties(view, predicate, group))
    return Roles(group, treaties, actors, False)


def _leaves_out(view: View, predicate: Predicate, frame: Frame, group: VerbGroup) -> bool:
    """Whether a verb may leave out its treaty: what a party does, told as done."""
    finite = predicate.form is not Form.BASE or group.auxiliary or asserts(view, group)
    if frame.kind != "verb" or frame.party == "none" or frame.treaty == "subject":
        return False
    return finite and not (group.passive and frame.treaty == "object")


def _is_label(view: View, predicate: Predicate) -> bool:
    """ "Signed: 8 December 1987": a line of a fact box under the treaty's name."""
    return not view.treaties and predicate.first == 0 and view.words[predicate.last + 1 : predicate.last + 2] == (":",)


def _is_transitive(view: View, predicate: Predicate, group: VerbGroup) -> bool:
    """A passive, or a participle with its agent: the subject has it done to it."""
    behind = view.words[predicate.last + 1 : predicate.last + 2]
    return group.by_being or behind == ("by",)


def _is_undergone(view: View, predicate: Predicate, frame: Frame, group: VerbGroup) -> bool:
    """ "was abandoned by": what else stands behind the verb is its subject."""
    passive = frame.kind == "verb" and group.passive and predicate.form is not Form.PAST
    return passive and _is_transitive(view, predicate, group) and predicate.first == predicate.last


def _treaties(view: View, predicate: Predicate, frame: Frame, group: VerbGroup) -> Iterator[Mention]:
    if _is_label(view, predicate) and view.salient is not None:
        yield view.salient
    elif frame.treaty == "after" and not _is_undergone(view, predicate, frame, group):
        yield from after_treaties(view, predicate, group)
    elif frame.treaty == "object" and not group.passive:
        found = [mention for mention in view.treaties if within(mention, predicate.first, predicate.last)]
        found = found or list(objects(view, predicate.last))
        if found:
            yield from found
        elif antecedent := antecedent_object(view, predicate, group):
            yield antecedent
    elif frame.kind != "verb" or frame.treaty in {"subject", "after"} or group.passive:
        subject = subject_treaty(view, predicate, group)
        if subject is not None:
            if group.auxiliary or not group.passive or view.words[group.first - 1] == ",":
                yield from joined_before(view, subject)
            yield subject


def _actors(view: View, predicate: Predicate, frame: Frame, group: VerbGroup) -> list[Mention]:
    if frame.relation in ACTED_FOR and (party := acting_for(view, predicate)):
        return [party]
    if (frame.treaty == "object" and group.passive) or _is_undergone(view, predicate, frame, group):
        return by_phrase(view, predicate, _BOTH)
    if frame.treaty in {"object", "after"}:
        moved = [party for party in view.parties if within(party, predicate.first, predicate.last)]
        subjects = moved or subject_actors(view, group, _BOTH)
        return [*subjects, *signing_with(view, predicate)] if frame.relation == "signed_by" else subjects
    return []
