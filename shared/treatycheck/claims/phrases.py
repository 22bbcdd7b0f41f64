"""Whom a treaty is between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.claims.actor_lists import list_from
from treatycheck.claims.actors import subject_actors
from treatycheck.claims.frames import Filled
from treatycheck.claims.values import values_of
from treatycheck.claims.verb_groups import verb_group
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, RELATIVE, is_adverb
from treatycheck.linking.treaty_names import GENERIC
from treatycheck.model import DIVISION, Claim, Mention, MentionKind
from treatycheck.relations import construction_frame

_BETWEEN = frozenset({"between", "among"})
_OPENERS = _BETWEEN | {"with"}
_DIVIDES = frozenset("divided divides divide partitioned partitions partition split splits carved shared".split())
_TALKS = frozenset("talks negotiations discussions meeting meetings summit haggling bargaining".split())
_LONGEST_DIVIDED, _LONGEST_ASIDE = 12, 4


def fill_between(view: View, plain: str) -> Iterator[Filled]:
    """ "a treaty between A and B", "among A, B and C"."""
    if view.said.isdisjoint(_OPENERS):
        return
    frame = construction_frame("between")
    for index, word in enumerate(view.words):
        if word not in _BETWEEN or view.words[index + 1 : index + 2] in (("them",), ("those",)):
            continue
        listed = list_from(view, index + 1, (MentionKind.PARTY, MentionKind.PERSON))
        divided = _divided_by(view, index)
        treaty = divided or _head_of(view, index)
        if len(listed) < 2 or treaty is None or listed[0].first > index + 3:
            continue
        if _TALKS & set(view.words[max(0, index - 2) : index]):
            continue
        value = values_of(listed, plain)
        last = listed[-1].last
        stage = DIVISION if divided else None
        claim = Claim(frame.id, "between", treaty, value, view.span(index, last), view.sentence.span, stage=stage)
        yield Filled(claim, index, last, index, frame)
    yield from _fill_with(view, plain)


_PAIR_CUES = frozenset("between among include includes signatories parties".split())
_LIST_CUES = _PAIR_CUES | frozenset("with including sides members states powers nations : - \u2013 \u2014".split())


def tentative_partners(view: View, treaties: Sequence[Mention], plain: str) -> Iterator[Filled]:
    """ "a deal among the US, Canada and Mexico", "the Nazi-Soviet pact": states that may be a treaty's parties."""
    frame = construction_frame("between")
    hyphened = not view.said.isdisjoint({"-", "\u2013"})
    for position, party in enumerate(view.parties):
        before = set(view.words[max(0, party.first - 4) : party.first])
        # most parties stand in no list, and to read one takes long
        may_be = len(view.parties) > 1 and (hyphened or not _LIST_CUES.isdisjoint(before))
        listed = list_from(view, party.first, (MentionKind.PARTY,)) if may_be else []
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


def _divided_by(view: View, index: int) -> Mention | None:
    """ "the treaty divided Poland between Germany and Russia": the treaty that does it, as the verb's subject."""
    reach = range(index - 1, max(0, index - _LONGEST_DIVIDED), -1)
    verb = next((place for place in reach if view.words[place] in _DIVIDES), None)
    if verb is None or set(view.words[verb:index]) & (RELATIVE | {",", ";", "border", "line"}):
        return None
    start = verb
    while start > 0 and (is_adverb(view.words[start - 1]) or view.words[start - 1] in AUXILIARY):
        start -= 1
    subject = next((treaty for treaty in reversed(view.treaties) if treaty.last < start), None)
    gap = view.words[subject.last + 1 : start] if subject else ()
    aside = gap[:1] == ("(",) and gap[-1:] == (")",) and len(gap) <= _LONGEST_ASIDE
    return subject if subject is not None and (not gap or aside or gap in {("which",), (",", "which")}) else None


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
