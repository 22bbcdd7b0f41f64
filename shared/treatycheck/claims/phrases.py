"""Claims whose value is a phrase: whom it is between, what it bans, what it was the first to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.claims.actors import list_from, subject_actors
from treatycheck.claims.frames import Filled
from treatycheck.claims.inflection import Form
from treatycheck.claims.objects import objects
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.subjects import subject_treaty
from treatycheck.claims.values import NO_VALUE, party_of, values_of
from treatycheck.claims.verb_groups import VerbGroup, verb_group
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, RELATIVE, is_adverb
from treatycheck.linking.treaty_names import GENERIC
from treatycheck.model import Claim, Mention, MentionKind, Span, Value, ValueType
from treatycheck.relations import Frame, construction_frame, relation_by_id

_LONGEST_PHRASE = 30
_SUBJECT_STARTS = frozenset({".", ";", ":", "that", "which", "because", "while", "but", "|"})
_PHRASE_ENDS = frozenset({";", ":", ".", "which", "who", "while", "but", "although", "because", "|"})


def fill_between(view: View, plain: str) -> Iterator[Filled]:
    """ "a treaty between A and B", "among A, B and C"."""
    frame = construction_frame("between")
    for index, word in enumerate(view.words):
        if word not in {"between", "among"}:
            continue
        listed = list_from(view, index + 1, (MentionKind.PARTY, MentionKind.PERSON))
        treaty = _head_of(view, index)
        if len(listed) < 2 or treaty is None or listed[0].first > index + 3:
            continue
        value = values_of(listed, plain)
        last = listed[-1].last
        claim = Claim(frame.id, "between", treaty, value, view.span(index, last), view.sentence.span)
        yield Filled(claim, index, last, index, frame)
    yield from _fill_with(view, plain)


def fill_depositaries(view: View, plain: str) -> Iterator[Filled]:
    """ "The depositary of the Antarctic Treaty is the United States." """
    frame = next(frame for frame in relation_by_id()["depositary"].frames)
    for index, word in enumerate(view.words):
        if word not in {"depositary", "depository", "depositaries"}:
            continue
        reach = range(index + 1, min(index + 14, view.length))
        copula = next((place for place in reach if view.words[place] in {"is", "was", "are", "were"}), None)
        about = [m for m in view.treaties if copula and abs(m.first - index) < 6 and m.last < copula]
        keeper = list_from(view, copula + 1, (MentionKind.PARTY,)) if copula else []
        if not about or not keeper or copula is None or keeper[0].first > copula + 3:
            continue
        claim = Claim(
            frame.id,
            "depositary",
            about[-1],
            NO_VALUE,
            view.span(index, keeper[0].last),
            view.sentence.span,
            party=party_of(keeper[0], plain),
        )
        yield Filled(claim, index, keeper[0].last, index, frame)


_STATE_NOUNS = frozenset({("country",), ("state",), ("nation",), ("government",), ("power",)})
_PAIR_CUES = frozenset("between among include includes signatories parties".split())
_LIST_CUES = _PAIR_CUES | frozenset("with including sides members states powers nations : - \u2013 \u2014".split())


def tentative_partners(view: View, treaties: Sequence[Mention], plain: str) -> Iterator[Filled]:
    """ "a deal among the US, Canada and Mexico", "the Nazi-Soviet pact": states that may be a treaty's parties."""
    frame = construction_frame("between")
    for position, party in enumerate(view.parties):
        listed = list_from(view, party.first, (MentionKind.PARTY,))
        before = set(view.words[max(0, party.first - 4) : party.first])
        joined = before & (_PAIR_CUES if len(listed) == 2 else _LIST_CUES) or _is_hyphened(view, listed)
        joined = bool(joined) and len(listed) > 1 and (position == 0 or view.parties[position - 1].last < party.first)
        if not joined and not _is_partner(view, party):
            continue
        value = values_of(listed if joined else [party], plain)
        last = listed[-1].last if joined else party.last
        for treaty in treaties:
            claim = Claim(frame.id, "between", treaty, value, view.span(party.first, last), view.sentence.span)
            yield Filled(claim, party.first, last, party.first, frame)


def _is_hyphened(view: View, listed: Sequence[Mention]) -> bool:
    """ "the US-Russia arms control treaty"."""
    if len(listed) != 2 or view.words[listed[0].last + 1 : listed[1].first] not in (("-",), ("\u2013",)):
        return False
    return bool(GENERIC & set(view.words[listed[1].last + 1 : listed[1].last + 5]))


def _is_partner(view: View, party: Mention) -> bool:
    """ "the INF Treaty with Russia"."""
    before = view.words[max(0, party.first - 2) : party.first]
    if "with" not in before or before[-1:] not in (("with",), ("the",)):
        return False
    start = party.first - (1 if before[-1] == "with" else 2)
    return any(start - 4 <= treaty.last < start and treaty.detail != "pronoun" for treaty in view.treaties)


def _fill_with(view: View, plain: str) -> Iterator[Filled]:
    """ "concluded the Jay Treaty with Britain": the partner behind "with", and the signer where it is a party."""
    frame = construction_frame("between")
    for treaty in view.treaties:
        index = treaty.last + 1
        if treaty.detail == "pronoun" or view.words[index : index + 1] != ("with",):
            continue
        partners = list_from(view, index + 1, (MentionKind.PARTY,))
        verb = next((p for p in reversed(view.predicates) if p.last < treaty.first and p.kind == "verb"), None)
        if not partners or partners[0].first > index + 2 or verb is None or verb.frames[0].treaty != "object":
            continue
        signers = subject_actors(view, verb_group(view, verb), (MentionKind.PARTY,))
        value = values_of((*signers, *partners), plain)
        claim = Claim(
            frame.id, "between", treaty, value, view.span(treaty.first, partners[-1].last), view.sentence.span
        )
        yield Filled(claim, treaty.first, partners[-1].last, treaty.first, frame)


def _head_of(view: View, index: int) -> Mention | None:
    """The treaty that "between" modifies: right before it, or over a noun such as "agreement"."""
    for mention in reversed(view.treaties):
        if mention.last >= index:
            continue
        inner = view.words[mention.last + 1 : index]
        if not inner or (len(inner) < 4 and inner[-1] in {")", ",", "signed", "concluded", "reached"}):
            return mention
        if any(word in GENERIC for word in inner[-6:]) or "signed" in inner[-8:] or "was" in inner[:2]:
            return mention if len(inner) < 40 else None
        return None
    return None


def fill_prohibitions(view: View, plain: str) -> Iterator[Filled]:
    """What a treaty bans, limits, requires, grants: the verb's object as text."""
    frames = [frame for frame in relation_by_id()["prohibits"].frames if frame.kind == "verb"]
    for predicate in view.predicates:
        for frame in frames:
            if frame in predicate.frames:
                yield from _prohibition(view, predicate, frame, plain)


def _prohibition(view: View, predicate: Predicate, frame: Frame, plain: str) -> Iterator[Filled]:
    group = verb_group(view, predicate)
    if group.passive and group.auxiliary:
        yield from _undergone(view, predicate, group, frame, plain)
        return
    treaty = subject_treaty(view, predicate, group)
    if treaty is None and predicate.form in {Form.GERUND, Form.BASE}:
        treaty = _treaty_before(view, predicate.first)
    end = _phrase_end(view, predicate.last + 1)
    if treaty is None or end <= predicate.last + 1:
        return
    value = _text(view, predicate.last + 1, end - 1, plain)
    claim = Claim(frame.id, "prohibits", treaty, value, view.span(predicate.first, end - 1), view.sentence.span)
    yield Filled(claim, predicate.first, end - 1, group.first, frame)


def _undergone(view: View, predicate: Predicate, group: VerbGroup, frame: Frame, plain: str) -> Iterator[Filled]:
    """ "The use of mines is banned by the Ottawa Convention": what stands before the verb."""
    reach = range(predicate.last + 1, min(predicate.last + 4, view.length))
    agent = next((index for index in reach if view.words[index] in {"by", "under"}), None)
    treaty = next(objects(view, agent), None) if agent is not None else None
    start = group.first
    while start > 0 and view.words[start - 1] not in _SUBJECT_STARTS and group.first - start < _LONGEST_PHRASE:
        start -= 1
    if treaty is None or start == group.first:
        return
    value = _text(view, start, group.first - 1, plain)
    span = view.span(start, treaty.last)
    claim = Claim(frame.id, "prohibits", treaty, value, span, view.sentence.span)
    yield Filled(claim, start, treaty.last, group.first, frame)


def _treaty_before(view: View, index: int) -> Mention | None:
    """ "the INF Treaty, banning …", "a treaty to ban …": the treaty right before the verb."""
    for mention in reversed(view.treaties):
        if mention.last < index:
            inner = [word for word in view.words[mention.last + 1 : index] if word not in {",", "to"}]
            return mention if len(inner) < 12 and not any(word in RELATIVE | AUXILIARY for word in inner) else None
    return None


def _phrase_end(view: View, start: int) -> int:
    index = start
    while index < view.length and index - start < _LONGEST_PHRASE:
        word = view.words[index]
        if word in {"and", "but", "or"} and index > start and _begins_predicate(view, index + 1):
            break
        if word in _PHRASE_ENDS or (word in AUXILIARY and index > start + 1):
            break
        if (
            word == ","
            and index + 1 < view.length
            and view.words[index + 1] in {"and", "but", "which", "while", "with", "signed"}
        ):
            break
        index += 1
    return index


def _begins_predicate(view: View, index: int) -> bool:
    """ "… and has 58 parties", "… and later entered into force": another statement of the same subject."""
    while index < view.length and is_adverb(view.words[index]):
        index += 1
    if index < view.length and view.words[index] in AUXILIARY:
        return True
    finite = {Form.PRESENT, Form.PAST}
    return any(other.first == index and other.kind == "verb" and other.form in finite for other in view.predicates)


def _text(view: View, first: int, last: int, plain: str) -> Value:
    span: Span = view.span(first, last)
    text = plain[span.start : span.end]
    return Value(ValueType.TEXT, text, " ".join(text.split()), span)


def fill_firsts(view: View, plain: str) -> Iterator[Filled]:
    """ "the first treaty to …", "the only agreement that …"."""
    frame = construction_frame("first")
    words = view.words
    for index, word in enumerate(words):
        if word not in {"first", "only", "last"} or not index or words[index - 1] not in {"the", "world's", "'s", "a"}:
            continue
        noun = next(
            (
                i
                for i in range(index + 1, min(index + 9, len(words)))
                if words[i] in GENERIC | {"agreement", "instrument"}
            ),
            None,
        )
        treaty = _subject_of_first(view, index)
        if noun is None or treaty is None or noun + 1 >= len(words):
            continue
        if word == "first" and not set(words[noun + 1 : noun + 3]) & {
            "to",
            "that",
            "in",
            "of",
            "between",
            "on",
            "with",
            "eliminating",
            "banning",
            "limiting",
            "ever",
        }:
            continue
        end = _phrase_end(view, noun + 1)
        value = _text(view, index, end - 1, plain)
        claim = Claim(frame.id, "first", treaty, value, view.span(index, end - 1), view.sentence.span)
        yield Filled(claim, index, end - 1, index, frame)


def fill_first_states(view: View, plain: str) -> Iterator[Filled]:
    """ "the first country to ratify the treaty"."""
    frame = construction_frame("first")
    for index, word in enumerate(view.words):
        if word not in {"first", "only", "last"} or view.words[index + 1 : index + 2] not in _STATE_NOUNS:
            continue
        verb = next((p for p in view.predicates if 0 < p.first - index < 10 and p.kind == "verb"), None)
        treaty = next(objects(view, verb.last), None) if verb and "to" in view.words[index : verb.first] else None
        if treaty is None:
            continue
        value = _text(view, index, treaty.last, plain)
        claim = Claim(frame.id, "first", treaty, value, view.span(index, treaty.last), view.sentence.span)
        yield Filled(claim, index, treaty.last, index, frame)


def _subject_of_first(view: View, index: int) -> Mention | None:
    for mention in reversed(view.treaties):
        if mention.last < index:
            inner = view.words[mention.last + 1 : index - 1]
            if len(inner) < 30 and (set(inner) & {"was", "is", "became", ",", "as", "remains", "remained"}):
                return mention
            return None
    return None
