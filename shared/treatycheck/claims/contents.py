"""What a treaty bans, limits, requires, protects: verbs that say so of the treaty in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.content_verbs import content_verbs, with_content_verbs
from treatycheck.claims.frames import Filled
from treatycheck.claims.heads import HEADS, named_by, treaty_of_head
from treatycheck.claims.inflection import Form
from treatycheck.claims.objects import objects
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.stretches import phrase_end, text_value
from treatycheck.claims.subjects import subject_treaty
from treatycheck.claims.verb_groups import VerbGroup, verb_group
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, DETERMINER, PREPOSITION, RELATIVE, is_adverb
from treatycheck.model import PERMISSION, Claim, Mention
from treatycheck.relations import Frame

_LONGEST_SUBJECT = 30
_TIMES = ("after", "before", "until", "since", "when", "as", "where", "until")
_SUBJECT_STARTS = frozenset({".", ";", ":", "that", "which", "because", "while", "but", "|", *_TIMES})
_ASIDE_MARKS = frozenset({",", "(", ")", "\u2014", "\u2013"})
_JOINING = frozenset({"and", "but", "or", "so", "then", ",", "(", ")", "also"})
_AGENT_REACH = 4
_AIMING = frozenset(
    "aims aim aimed aiming seeks seek sought seeking serves served intended designed meant helps helped attempts "
    "attempted works worked purports intends".split()
)
_NEAR = 12
_ALLOWING = frozenset("allow allows allowed allowing permit permits permitted permitting".split())
_MARKS = frozenset({",", "(", ")", "\u2014", "\u2013", "-", "and", "while"})
_ENDINGS = frozenset({"withdrew", "suspended", "terminated", "expires"})
_DETERMINERS = DETERMINER - {"that"}
_NO_OTHER_NOUN = HEADS | PREPOSITION | AUXILIARY | RELATIVE | {"and", "or", "but", "not", "while", "thereby", "thus"}
_CLAUSE_WORDS = RELATIVE | AUXILIARY


def fill_prohibitions(view: View, plain: str) -> Iterator[Filled]:
    """What a treaty bans, limits, requires, grants: the verb's object as text."""
    told = ((predicate, frame) for predicate in view.predicates for frame in predicate.frames)
    found = [(predicate, frame) for predicate, frame in told if frame.relation == "prohibits" and frame.kind == "verb"]
    wide = with_content_verbs(view) if found else view
    for predicate, frame in found:
        yield from _prohibition(wide, predicate, frame, plain)


def _prohibition(view: View, predicate: Predicate, frame: Frame, plain: str) -> Iterator[Filled]:
    group = verb_group(view, predicate)
    if is_modifier(view, predicate, group):
        return
    if group.passive and group.auxiliary:
        yield from undergone(view, predicate, group, frame, plain)
        return
    treaty = treaty_said_of(view, predicate, group)
    end = phrase_end(view, predicate.last + 1, predicate.form)
    if treaty is None or end <= predicate.last + 1 or (group.infinitive and not _is_aim(view, group)):
        return
    value = text_value(view, predicate.last + 1, end - 1, plain)
    span, sentence = view.span(predicate.first, end - 1), view.sentence.span
    allows = view.words[predicate.first] in _ALLOWING
    claim = Claim(frame.id, "prohibits", treaty, value, span, sentence, stage=PERMISSION if allows else None)
    yield Filled(claim, predicate.first, end - 1, group.first, frame)


def is_modifier(view: View, predicate: Predicate, group: VerbGroup) -> bool:
    """ "a banned missile", "the 60 required", "the Treaty Banning Nuclear Tests": no statement of its own."""
    if group.auxiliary or not group.first:
        return False
    before = view.words[group.first - 1]
    in_name = view.capitalised(predicate.first) and view.capitalised(group.first - 1) and before.isalpha()
    counted = before.isdigit() and view.mention_at(view.dates, group.first - 1) is None and not _names_end(view, group)
    participle = predicate.form in {Form.PAST_OR_PARTICIPLE, Form.PARTICIPLE}
    return in_name or (participle and (before in _DETERMINERS or counted))


def _names_end(view: View, group: VerbGroup) -> bool:
    return view.mention_at(view.treaties, group.first - 1) is not None


def treaty_said_of(view: View, predicate: Predicate, group: VerbGroup) -> Mention | None:
    """The treaty that an active verb, a participle or an infinitive says the contents of."""
    group = _governing(view, group)
    if predicate.form is Form.GERUND and _follows_noun(view, group):
        return None
    treaty = subject_treaty(view, predicate, group) or treaty_of_head(view, predicate, group)
    if treaty is None and (predicate.form is Form.GERUND or group.infinitive):
        treaty = _treaty_before(view, group.first)
    if treaty is None or not treaty_is_kept(view, predicate, group, treaty.first):
        return None
    return named_by(view, treaty)


def _follows_noun(view: View, group: VerbGroup) -> bool:
    """ "in a move allowing", "a decree banning": the participle of another noun."""
    index = group.first - 1
    if index < 0 or not view.words[index].isalpha():
        return False
    told = (*view.treaties, *view.dates, *view.places, *view.parties)
    word = view.words[index]
    return not (word in _NO_OTHER_NOUN or is_adverb(word) or view.mention_at(told, index))


def _is_aim(view: View, group: VerbGroup) -> bool:
    return group.infinitive and group.first > 0 and view.words[group.first - 1] in _AIMING


def _governing(view: View, group: VerbGroup) -> VerbGroup:
    """ "which aimed to limit", "designed to ban": the verb that the infinitive depends on has the subject."""
    if not _is_aim(view, group):
        return group
    before = group.first - 1
    form = Form.PRESENT if view.words[before].endswith("s") else Form.PAST_OR_PARTICIPLE
    return verb_group(view, Predicate("verb", before, before, form, ()))


def undergone(view: View, predicate: Predicate, group: VerbGroup, frame: Frame, plain: str) -> Iterator[Filled]:
    """ "The use of mines is banned by the Ottawa Convention": what stands before the verb."""
    reach = range(predicate.last + 1, min(predicate.last + _AGENT_REACH, view.length))
    agent = next((index for index in reach if view.words[index] in {"by", "under"}), None)
    treaty = next(objects(view, agent), None) if agent is not None else None
    start = subject_start(view, group.first)
    if treaty is None or start == group.first:
        return
    value = text_value(view, start, group.first - 1, plain)
    claim = Claim(frame.id, "prohibits", treaty, value, view.span(start, treaty.last), view.sentence.span)
    yield Filled(claim, start, treaty.last, group.first, frame)


def subject_start(view: View, first: int) -> int:
    """Where the subject of a verb group begins, as far as marks and joining words tell."""
    start = first
    while start > 0 and first - start < _LONGEST_SUBJECT:
        word = view.words[start - 1]
        if word in _SUBJECT_STARTS or (word in _ASIDE_MARKS and _has_noun(view, start, first)):
            break
        start -= 1
    while start < first - 1 and view.words[start] in _JOINING:
        start += 1
    return start


def _has_noun(view: View, start: int, end: int) -> bool:
    return any(word.isalpha() and not is_adverb(word) and word not in AUXILIARY for word in view.words[start:end])


def _treaty_before(view: View, index: int) -> Mention | None:
    """ "signed the INF Treaty, banning …", "a treaty to ban …": the treaty before the verb, unless it was left."""
    for mention in reversed(view.treaties):
        if mention.last < index:
            inner = [word for word in view.words[mention.last + 1 : index] if word not in {",", "to"}]
            free = len(inner) < _NEAR and not any(word in _CLAUSE_WORDS for word in inner)
            return mention if free and _may_open_contents(view, mention, index) else None
    return None


def _may_open_contents(view: View, mention: Mention, index: int) -> bool:
    """A participle or infinitive that follows a mark or the treaty itself, where nobody leaves or breaks it."""
    joined = view.words[index - 1] in _MARKS or mention.last == index - 1 or view.words[index] == "to"
    told = {other.first for other in content_verbs(view)}
    if any(p.kind == "verb" and p.first not in told for p in view.predicates_between(mention.last + 1, index)):
        return False
    return joined


def treaty_is_kept(view: View, predicate: Predicate, group: VerbGroup, treaty: int) -> bool:
    """Not "withdrew from the treaty, allowing …": what follows tells what comes of leaving it."""
    if not (predicate.form is Form.GERUND or group.infinitive):
        return True
    verb = next((other for other in reversed(view.predicates) if other.last < treaty), None)
    return verb is None or not any(frame.relation in _ENDINGS for frame in verb.frames)
