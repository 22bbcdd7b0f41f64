"""Counts and quantities: parties, signatories, ceilings and ranges, what was destroyed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from treatycheck.claims.frames import Filled
from treatycheck.claims.values import party_of, value_of
from treatycheck.claims.view import View
from treatycheck.mentions.modifiers import modifier_before
from treatycheck.mentions.unit_words import NOUNS
from treatycheck.model import Claim, Mention, MentionKind
from treatycheck.relations import construction_frame
from treatycheck.text.tokens import fold_all
from treatycheck.values.quantities import parse_quantity
from treatycheck.values.units import is_measured

_DID = frozenset({"have", "has", "had", "signed", "ratified", "joined", "are", "were", "belong"})
_TO_NUMBER = frozenset(
    {"to", "at", "of", "below", "between", "about", "around", "roughly", "under", "no", "more", "than", "just", "only"}
)
# smaller numbers fit too many things by chance
_EVERYDAY = 12
_MEMBERS = frozenset("parties party members ratifications adherents accessions".split())
_SIGNERS = frozenset("signatories signatory signatures".split())
_STATES = frozenset(
    "states countries nations governments members powers capitals allies republics economies delegations".split()
)
_HOLD = frozenset("includes include comprises covers binds counts encompasses embraces groups unites".split())
_SIGN_WORDS = frozenset("sign signed signing signatories signature signatures inked".split())
_JOIN_WORDS = frozenset(
    "ratified ratify joined join acceded parties party "
    "approved accepted adopted members membership belong includes".split()
)


@cache
def _cues(relation: str) -> frozenset[tuple[str, ...]]:
    """The folded phrases of a relation's construction."""
    return frozenset(fold_all(phrase) for phrase in construction_frame(relation).phrases)


def _unit(mention: Mention) -> str:
    return mention.value.split(" ", 1)[1] if " " in mention.value else ""


def nearest_treaty(view: View, index: int) -> Mention | None:
    """The treaty of a quantity: the last one before it, else the first behind it, else what the text is about."""
    before = [mention for mention in view.treaties if mention.last < index]
    if before:
        return before[-1]
    behind = [mention for mention in view.treaties if mention.first > index]
    return behind[0] if behind else view.salient


def fill_counts(view: View, plain: str) -> Iterator[Filled]:
    """Claims of how many parties or signatories a treaty has."""
    for mention in view.quantities:
        relation = _count_relation(view, mention)
        treaty = nearest_treaty(view, mention.first) if relation else None
        if relation and treaty:
            first, last = _count_bounds(view, mention)
            yield _filled(view, mention, treaty, relation, first, last, plain)


def _count_bounds(view: View, mention: Mention) -> tuple[int, int]:
    first, last = mention.first, mention.last
    for index in range(max(0, first - 5), min(view.length, last + 4)):
        if view.words[index] in _SIGN_WORDS | _JOIN_WORDS:
            first, last = min(first, index), max(last, index)
    return first, last


def _count_relation(view: View, mention: Mention) -> str | None:
    unit = _unit(mention).split(" ")[-1]
    behind = view.words[mention.last + 1 : mention.last + 6]
    before = view.words[max(0, mention.first - 5) : mention.first]
    if behind[:1] == ("of",) and unit == "members":
        return None
    if before[-2:] == ("of", "the") or before[-2:] == ("all", "the"):
        return None
    if "required" in before or "requires" in before or "needed" in before or "after" in before:
        return None
    if unit in _SIGNERS or (behind[:1] and behind[0] in _SIGNERS):
        return "signatory_count"
    if unit in _MEMBERS or (unit in _STATES and behind[:1] and behind[0] in _MEMBERS):
        return "party_count"
    if unit in _STATES and set(before[-2:]) & _HOLD:
        return "party_count"
    if unit == "" and mention.kind is MentionKind.NUMBER and "membership" in view.words[: mention.first][-10:]:
        return "party_count"
    bare = unit == "" and mention.kind is MentionKind.NUMBER and behind[:1] and behind[0] in {"have", "had"}
    if unit in _STATES and before[-1:] == ("by",) and (relation := _by_earlier_verb(view, mention)):
        return relation
    if (unit in _STATES or bare) and ("by" in before or set(behind[:3]) & _DID):
        return _by_verb(before, behind)
    return None


def _by_earlier_verb(view: View, mention: Mention) -> str | None:
    """ "signed in Washington on 1 December 1959 by twelve states": the verb that "by" belongs to."""
    for predicate in reversed(view.predicates):
        if predicate.last < mention.first - 1 and predicate.kind == "verb":
            near = mention.first - predicate.last < 14
            words = view.words[predicate.first : predicate.last + 1]
            return _by_verb(words, ()) if near else None
    return None


def _by_verb(before: tuple[str, ...], behind: tuple[str, ...]) -> str | None:
    near = set(before) | set(behind)
    if near & {"not", "never", "yet"}:
        return None
    if "up" in behind[:4] and set(behind[:3]) & _SIGN_WORDS:
        return "party_count"
    if near & (_JOIN_WORDS - {"members", "includes"}):
        return "party_count"
    if near & _SIGN_WORDS:
        return "signatory_count"
    return None


def _filled(view: View, mention: Mention, treaty: Mention, relation: str, first: int, last: int, plain: str) -> Filled:
    frame = construction_frame(relation)
    value = value_of(mention, plain, modifier_before(view.sentence, mention))
    claim = Claim(frame.id, relation, treaty, value, view.span(first, last), view.sentence.span)
    return Filled(claim, first, last, first, frame)


def fill_limits(view: View, plain: str) -> Iterator[Filled]:
    """Claims of ceilings, ranges and sums that a treaty sets, and of what was destroyed under it."""
    for mention in view.quantities:
        if mention.first and view.words[mention.first - 1] == "(" and mention is not view.quantities[0]:
            continue
        mention = _with_unit_before(view, mention)
        unit = _unit(mention)
        if (
            not (unit or ":" in mention.value)
            or _count_relation(view, mention)
            or unit.split(" ")[-1] in _STATES | _MEMBERS | _SIGNERS
        ):
            continue
        treaty = nearest_treaty(view, mention.first)
        if treaty is None:
            continue
        eliminated = _eliminating_word(view, mention)
        if eliminated is not None:
            yield _eliminated(view, mention, treaty, eliminated, plain)
            continue
        cue = _cue_before(view, mention)
        if cue is not None:
            yield _filled(view, mention, treaty, "limit", min(cue, mention.first), mention.last, plain)


def tentative_quantities(view: View, treaty: Mention, plain: str) -> Iterator[Filled]:
    """Each quantity as a count of members and as a limit or a destruction, whatever words stand around it."""
    for mention in view.quantities:
        if mention.first and view.words[mention.first - 1] == "(":
            continue
        quantity = parse_quantity(mention.value)
        if quantity is None or (quantity.low <= _EVERYDAY and not is_measured(quantity.unit)):
            continue
        around = view.words[max(0, mention.first - 3) : mention.last + 4]
        if set(around) & (_STATES | _MEMBERS | _SIGNERS):
            for relation in _counts_told(set(around)):
                yield _filled(view, mention, treaty, relation, mention.first, mention.last, plain)
            continue
        counted = _with_unit_before(view, mention)
        if _unit(counted) or ":" in counted.value:
            for relation in ("eliminated", "limit"):
                yield _filled(view, counted, treaty, relation, counted.first, counted.last, plain)


def _counts_told(around: set[str]) -> tuple[str, ...]:
    """The counts that the words around a number leave open."""
    joined, signed = bool(around & (_MEMBERS | _JOIN_WORDS)), bool(around & (_SIGNERS | _SIGN_WORDS))
    if joined != signed:
        return ("party_count",) if joined else ("signatory_count",)
    return ("party_count", "signatory_count")


def _with_unit_before(view: View, mention: Mention) -> Mention:
    """ "reduce their deployed warheads to 6,000 each": the noun before "to" is what the number counts."""
    if _unit(mention) or mention.kind is not MentionKind.NUMBER or ":" in mention.value:
        return mention
    index = mention.first - 1
    while index > 0 and view.words[index] in _TO_NUMBER:
        index -= 1
    while index > 0 and mention.first - index < 9 and view.words[index] not in NOUNS:
        if view.words[index] in {",", ";", "."}:
            return mention
        index -= 1
    if index == mention.first - 1 or view.words[index] not in NOUNS:
        return mention
    return replace(mention, value=f"{mention.value} {view.words[index]}", kind=MentionKind.QUANTITY)


def _cue_before(view: View, mention: Mention) -> int | None:
    """Index of the nearest limiting word left of a quantity in its clause, or right behind it."""
    cues = _cues("limit")
    for index in range(mention.first - 1, max(-1, mention.first - 16), -1):
        if view.words[index] in {";", ".", "\u2014", "\u2013"}:
            break
        for cue in cues:
            if view.words[index : index + len(cue)] == cue:
                return index
    behind = view.words[mention.last + 1 : mention.last + 3]
    if any((word,) in cues for word in behind[:2]) or "under" in behind[:1]:
        return mention.first
    return None


def _eliminating_word(view: View, mention: Mention) -> int | None:
    phrases = _cues("eliminated")
    for index in range(max(0, mention.first - 8), min(view.length, mention.last + 6)):
        if (view.words[index],) in phrases:
            if view.words[index - 1 : index] == ("to",):
                return None
            return index
    return None


def _eliminated(view: View, mention: Mention, treaty: Mention, verb: int, plain: str) -> Filled:
    filled = _filled(view, mention, treaty, "eliminated", min(verb, mention.first), max(verb, mention.last), plain)
    parties = [party for party in view.parties if party.last < min(verb, mention.first) and verb - party.last < 5]
    if not parties:
        return filled
    claim = filled.claim
    with_party = Claim(
        claim.rule, claim.relation, treaty, claim.value, claim.span, claim.sentence, party=party_of(parties[-1], plain)
    )
    return Filled(with_party, filled.first, filled.last, filled.group_first, filled.frame)
