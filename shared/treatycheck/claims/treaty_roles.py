"""Treaties behind prepositions and nouns: "withdrew from X", "X's expiry", "the signing of X"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.clauses import inside_phrase
from treatycheck.claims.objects import joined_after, objects
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.proxies import acting_for
from treatycheck.claims.subjects import subject_treaty
from treatycheck.claims.verb_groups import SCHEDULING, VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, DETERMINER, PLAIN_AUXILIARY, PREPOSITION, RELATIVE, is_adverb
from treatycheck.model import Mention

_CLAUSE_ENDS = frozenset(
    '. , ; : ) and but or when while after without although though because " \u201d \u2013 \u2014'.split()
)
# what else is left, withdrawn or given up
_OTHERS_LEFT = frozenset("office power parliament government politics troops forces home town school".split())
_PASSED_OVER = frozenset("in on at from it as well either yet so far the early late by".split())
# what opens the reason: "left in 1968 over the invasion"
_CAUSES = frozenset("over amid because following citing despite".split())
# verbs that want no object to speak of a treaty
_OF_TREATIES_ALONE = ("ratif", "sign", "acced")
_FORMAL = frozenset({"formal", "final", "official", "its", "their"})
_SERIES = frozenset("a series round set of the bilateral long".split())
_OF = frozenset({"of", "from", "to", "in", "for", "by", "on"})
_OBJECTS = DETERMINER | _OTHERS_LEFT
_ENDS = _CLAUSE_ENDS | _CAUSES
_LONGEST_SUBJECT = 6
_CLAUSE_MARKS = RELATIVE | AUXILIARY | {",", ";"}
_BARS = RELATIVE | PLAIN_AUXILIARY | {",", ";", "and", "("}


def after_treaties(view: View, predicate: Predicate, group: VerbGroup) -> Iterator[Mention]:
    """The treaties that follow a phrase such as "withdrew from", or that a relative pronoun stands for."""
    found = list(objects(view, predicate.last))
    if found and not _belongs_to_noun(view, predicate, found[0]):
        yield from (treaty for treaty in found if not _is_taken_from(view, predicate, treaty))
        return
    for index in range(group.first - 1, max(-1, group.first - 10), -1):
        if view.words[index] in RELATIVE:
            for mention in reversed(view.treaties):
                if index - 4 <= mention.last < index:
                    yield mention
                    return
            return


def _belongs_to_noun(view: View, predicate: Predicate, treaty: Mention) -> bool:
    """ "returned to compliance with the treaty": what is returned to is something else."""
    if view.words[predicate.last] not in PREPOSITION:
        return False
    return bool({"with", "between", "by", "as"} & set(view.words[predicate.last + 1 : treaty.first]))


def _is_taken_from(view: View, predicate: Predicate, treaty: Mention) -> bool:
    """ "withdrew SALT II from the Senate's consideration", "withdrew its signature": the state does not leave it."""
    withdrawn = view.words[predicate.last].startswith("withdr")
    return withdrawn and view.words[treaty.last + 1 : treaty.last + 2] in {("from",), ("signature",)}


def omitted_treaties(view: View, predicate: Predicate, group: VerbGroup) -> Iterator[Mention]:
    """ "signed it in 1997 and ratified in 2002", "Russia withdrew in 2021.": what the verb leaves out."""
    if _tells_of_noun(view, group):
        return
    shared = list(_shared_object(view, group)) if not _has_other_object(view, predicate) else []
    if shared or not _stands_alone(view, predicate):
        yield from shared
    elif _only_pronouns(view):
        yield from (view.salient,) if view.salient is not None else ()
    elif view.words[predicate.first].startswith(_OF_TREATIES_ALONE) or _follows_on(view, predicate):
        named = {mention.value: mention for mention in view.treaties if mention.last < predicate.first}
        yield from named.values() if len({mention.value for mention in view.treaties} | set(named)) == 1 else ()


def _tells_of_noun(view: View, group: VerbGroup) -> bool:
    """ "a decree that he had signed", "the one of 1999, which it had ratified": what a relative pronoun stands for."""
    for index in range(group.first - 1, max(1, group.first - _LONGEST_SUBJECT), -1):
        word = view.words[index]
        if word == "which" or (word == "that" and view.words[index - 2] in DETERMINER):
            return index < group.first - 1
        if word in _CLAUSE_ENDS:
            return False
    return False


def _has_other_object(view: View, predicate: Predicate) -> bool:
    """ "but left out any mention of it", "and left three million people outside"."""
    index = predicate.last + 1
    while index < view.length and is_adverb(view.words[index]):
        index += 1
    if index >= view.length or view.mention_at((*view.dates, *view.told), index):
        return False
    word = view.words[index]
    if view.mention_at(view.treaties, index):
        return view.words[index + 1 : index + 2] == ("signature",)
    return word in {"out", "behind", "some"} or word in _OBJECTS or word.isdigit()


def _follows_on(view: View, predicate: Predicate) -> bool:
    """ "signed the treaty in 1998, joining the next year": a participle that goes on with what was told."""
    return view.words[predicate.first].endswith("ing") and view.words[predicate.first - 1 : predicate.first] == (",",)


def _only_pronouns(view: View) -> bool:
    """Whether the sentence names no treaty itself; "its" in "its participation" is the party."""
    return all(mention.detail == "pronoun" for mention in view.treaties)


def _stands_alone(view: View, predicate: Predicate) -> bool:
    """ "Russia withdrew in 2021.", "Kerry signed for America.": nothing but a date or a party behind the verb."""
    party = acting_for(view, predicate)
    index = party.last + 1 if party else predicate.last + 1
    while index < view.length:
        told = view.mention_at(view.dates, index) or view.mention_at(view.places, index)
        if told is None and view.words[index] not in _PASSED_OVER and not is_adverb(view.words[index]):
            break
        index = told.last + 1 if told is not None else index + 1
    return index >= view.length or view.words[index] in _ENDS


def _shared_object(view: View, group: VerbGroup) -> Iterator[Mention]:
    """ "joined the NPT in 1985 but withdrew in 2003": the object of the verb before."""
    index = group.first - 1
    while index > 0 and view.words[index] in {",", "eventually", "then", "it", "they", "later"}:
        index -= 1
    if index < 0 or view.words[index] not in {"and", "but", "or", "before"}:
        return
    for mention in reversed(view.treaties):
        if mention.last < index:
            if index - mention.last < 16:
                yield mention
            return


def noun_treaties(view: View, predicate: Predicate) -> Iterator[Mention]:
    """The treaties that a noun such as "signature" or "withdrawal" is about."""
    before = _possessing_treaty(view, predicate)
    if before is not None:
        yield before
        return
    particles = {word for frame in predicate.frames for word in frame.particles} or _OF
    index = predicate.last + 1
    limit = min(view.length, index + 9)
    while index < limit:
        if view.words[index] in _CLAUSE_MARKS:
            break
        if view.words[index] in particles:
            found = list(_treaties_from(view, index + 1))
            if found:
                yield from found
                return
        index += 1
    told = _scheduled_treaty(view, predicate) or _treaty_that_was(view, predicate)
    if told is not None:
        yield told


def _treaty_that_was(view: View, predicate: Predicate) -> Mention | None:
    """ "SALT I was a series of talks from 1969 to 1972": a name that stands for what led to the treaty."""
    index = predicate.first - 1
    while index > 0 and view.words[index] in _SERIES:
        index -= 1
    if index < 1 or view.words[index] not in {"was", "were"} or predicate.frames[0].relation != "negotiated":
        return None
    group = VerbGroup(index, passive=False, auxiliary=True, infinitive=False)
    return subject_treaty(view, predicate, group)


def _scheduled_treaty(view: View, predicate: Predicate) -> Mention | None:
    """ "the pact, scheduled for formal adoption on Monday": the subject of what the event is due for."""
    index = predicate.first - 1
    while index > 0 and view.words[index] in _FORMAL:
        index -= 1
    if index < 2 or view.words[index] != "for" or view.words[index - 1] not in SCHEDULING:
        return None
    first = index - 1
    while first > 0 and view.words[first - 1] in AUXILIARY:
        first -= 1
    group = VerbGroup(first, passive=True, auxiliary=first < index - 1, infinitive=False)
    treaty = subject_treaty(view, predicate, group)
    if treaty is None or inside_phrase(view, treaty) or view.words[predicate.last + 1 : predicate.last + 2] == ("day",):
        return None
    return treaty


def _possessing_treaty(view: View, predicate: Predicate) -> Mention | None:
    for mention in reversed(view.treaties):
        if mention.last >= predicate.first:
            continue
        inner = view.words[mention.last + 1 : predicate.first]
        possessive = not inner or inner[0] in {"'s", "'", "\u2019"} or mention.detail == "pronoun"
        barred = any(word in _BARS for word in inner)
        return mention if possessive and not barred and len(inner) <= 3 else None
    return None


def _treaties_from(view: View, start: int) -> Iterator[Mention]:
    for position, mention in enumerate(view.treaties):
        if mention.first < start:
            continue
        gap = view.words[start : mention.first]
        if len(gap) > 7 or any(word in _CLAUSE_MARKS for word in gap):
            return
        if ("of" in gap and not set(gap) & {"part", "terms", "text"}) or any(word in {"from", "by"} for word in gap):
            return
        if any(word not in DETERMINER and word in {"with", "between"} for word in gap):
            return
        if view.words[mention.last + 1 : mention.last + 2] == ("'s",) and mention.detail != "pronoun":
            return
        yield mention
        yield from joined_after(view, position)
        return
