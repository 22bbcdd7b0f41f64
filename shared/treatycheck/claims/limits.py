"""Ceilings, ranges and sums that a treaty sets, and what was destroyed under it."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.actual_amounts import is_actual
from treatycheck.claims.count_roles import count_told
from treatycheck.claims.count_words import (
    JOIN_WORDS,
    MEMBERS,
    SIGN_WORDS,
    SIGNERS,
    STATES,
    cues,
    cues_by_first_word,
    head_of,
    nearest_treaty,
    number_claim,
    unit_of,
)
from treatycheck.claims.frames import Filled
from treatycheck.claims.needed import needed_words
from treatycheck.claims.told_days import days_told
from treatycheck.claims.values import party_of
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, COORDINATOR, PREPOSITION, SUBORDINATOR
from treatycheck.mentions.unit_words import NOUNS
from treatycheck.model import Mention, MentionKind
from treatycheck.values.quantities import parse_quantity
from treatycheck.values.units import MEASURES, Measure, is_measured

_TO_NUMBER = frozenset(
    {"to", "at", "of", "below", "between", "about", "around", "roughly", "under", "no", "more", "than", "just", "only"}
)
# smaller numbers fit too many things by chance
_EVERYDAY = 12
# how a parliament or a people voted is no limit of the treaty
_STATES_IT = frozenset(
    "says said sets set demands demanded stipulates stipulated specifies specified prescribes prescribed puts put "
    "gives gave grants granted provides provided fixes fixed asks asked wants wanted leaves left lays laid".split()
)
_VOTING = frozenset("votes vote voted voters referendum ballot".split())
_DIRECTIONS = frozenset({"west", "east", "north", "south"})
_LINES = frozenset(
    "line lines meridian boundary border frontier demarcation zone lands land territory territories".split()
)
_MONEY = frozenset("dollars pounds francs roubles rubles marks euros pesos taels guilders".split())
_BUYING = ("purchas", "bought", "buy", "sold", "sale", "cession", "ceded", "gave")
_PRICE = frozenset("cost costs costing price priced paid paying".split())
_NO_LENGTH = Measure("", 0.0)
_EACH = frozenset("each apiece total altogether respectively today".split())
_COUNTED = STATES | MEMBERS | SIGNERS
_FINITE = frozenset({"was", "were", "is", "are", "has", "had", "have"})
# an amount besides the one that was told is that of something else
_OTHERS = frozenset({"other", "others", "more", "further"})
_ADDED = (("another",), ("additional",), ("further",))
_NO_NOUN = PREPOSITION | COORDINATOR | SUBORDINATOR | _EACH | AUXILIARY


def fill_limits(view: View, plain: str) -> Iterator[Filled]:
    """Claims of ceilings, ranges and sums that a treaty sets, and of what was destroyed under it."""
    for mention in view.quantities:
        if mention.first and view.words[mention.first - 1] == "(" and mention is not view.quantities[0]:
            continue
        mention = _with_unit_before(view, mention)
        treaty = nearest_treaty(view, mention.first)
        if treaty is None or not _may_limit(view, mention):
            continue
        eliminated = _eliminating_word(view, mention)
        if eliminated is not None:
            yield _eliminated(view, mention, treaty, eliminated, plain)
            continue
        cue = _cue_before(view, mention)
        if cue is not None and not _begins_other_clause(view, cue, mention):
            yield number_claim(view, mention, treaty, "limit", (min(cue, mention.first), mention.last), plain)


def _begins_other_clause(view: View, cue: int, mention: Mention) -> bool:
    """ "stepped over the limits and by 2021 was enriching to 60 percent": a verb of its own before the number."""
    between = set(view.words[cue + 1 : mention.first])
    return bool(_FINITE & between) and bool({"and", "but", ";"} & between)


def _may_limit(view: View, mention: Mention) -> bool:
    unit = unit_of(mention)
    if view.words[mention.first - 1 : mention.first] in _ADDED or is_actual(view, mention) or _is_rest(view, mention):
        return False
    if not (unit or ":" in mention.value) or head_of(mention) in _COUNTED | _VOTING:
        return False
    if unit == "%" and _VOTING & set(view.words):
        return False
    return count_told(view, mention) is None and needed_words(view, mention) is None


def _is_rest(view: View, mention: Mention) -> bool:
    """ "Shanghai and four other ports": those besides the ones that are named."""
    behind = view.words[mention.first + 1 : mention.last + 2]
    return bool(_OTHERS & set(behind)) and view.words[mention.first - 1 : mention.first] in {("and",), ("plus",)}


def tentative_quantity(view: View, mention: Mention, relation: str, treaty: Mention, plain: str) -> Filled:
    """One such reading of a quantity as a claim about a treaty."""
    return number_claim(view, mention, treaty, relation, (mention.first, mention.last), plain)


def quantity_readings(view: View) -> Iterator[tuple[Mention, str]]:
    """Each quantity as a count of members and as a limit or a destruction, whatever words stand around it."""
    for mention in view.quantities:
        if mention.first and view.words[mention.first - 1] == "(":
            continue
        quantity = parse_quantity(mention.value)
        if quantity is None or (quantity.low <= _EVERYDAY and not is_measured(quantity.unit)):
            continue
        around = view.words[max(0, mention.first - 3) : mention.last + 4]
        if set(around) & _COUNTED:
            if view.words[max(0, mention.first - 2) : mention.first] == ("of", "the"):
                # "18 of the 27 member states": how many there are
                continue
            if {"more", "other", "others", "further"} & set(view.words[mention.first : mention.last + 3]):
                continue
            for relation in _counts_told(set(around)):
                yield mention, relation
            continue
        counted = _with_unit_before(view, mention)
        if (unit_of(counted) or ":" in counted.value) and _may_limit(view, counted):
            for relation in ("eliminated", "limit"):
                yield counted, relation


def _counts_told(around: set[str]) -> tuple[str, ...]:
    """The counts that the words around a number leave open."""
    joined, signed = bool(around & (MEMBERS | JOIN_WORDS)), bool(around & (SIGNERS | SIGN_WORDS))
    if joined != signed:
        return ("party_count",) if joined else ("signatory_count",)
    return ("party_count", "signatory_count")


def _with_unit_before(view: View, mention: Mention) -> Mention:
    """ "reduce their deployed warheads to 6,000 each": the noun before "to" is what the number counts."""
    if unit_of(mention) or mention.kind is not MentionKind.NUMBER or ":" in mention.value:
        return mention
    if not _ends_phrase(view, mention.last + 1):
        return mention
    index = mention.first - 1
    ends = {",", ";", ".", ":"} if len(mention.value) < len("100") else {",", ";", "."}
    while index > 0 and view.words[index] in _TO_NUMBER:
        index -= 1
    while index > 0 and mention.first - index < 9 and view.words[index] not in NOUNS:
        if view.words[index] in ends or view.words[index : index + 2] == ("and", "its"):
            return mention
        index -= 1
    if index == mention.first - 1 or view.words[index] not in NOUNS or _is_of_next_place(view, mention):
        return mention
    return mention._replace(value=f"{mention.value} {view.words[index]}", kind=MentionKind.QUANTITY)


def _is_of_next_place(view: View, mention: Mention) -> bool:
    """ "5,060 centrifuges at Natanz and 1,044 at Fordow": a second amount, whose place tells it from the first."""
    behind = mention.last + 2
    named = behind < view.length and view.words[behind - 1] in {"at", "in"} and view.capitalised(behind)
    return named and view.words[mention.first - 1] in {"and", ","}


def _ends_phrase(view: View, index: int) -> bool:
    """Whether no noun of its own can follow a number here."""
    word = view.words[index] if index < view.length else "."
    return not word[0].isalpha() or word in _NO_NOUN


def _cue_before(view: View, mention: Mention) -> int | None:
    """Index of the nearest limiting word left of a quantity in its clause, or right behind it."""
    phrases, cues_at = cues("limit"), cues_by_first_word("limit")
    for index in range(mention.first - 1, max(-1, mention.first - 16), -1):
        if view.words[index] in {";", ".", "\u2014", "\u2013"}:
            break
        for cue in cues_at.get(view.words[index], ()):
            if view.words[index : index + len(cue)] == cue:
                return index
    if stated := _stated_by_treaty(view, mention):
        return stated
    if _tells_line(view, mention) or _tells_price(view, mention):
        return mention.first
    behind = view.words[mention.last + 1 : mention.last + 3]
    if any((word,) in phrases for word in behind[:2]) or "under" in behind[:1]:
        return mention.first
    return None


def _tells_line(view: View, mention: Mention) -> bool:
    """ "lands beyond 370 leagues west of the islands": where a line runs that a treaty draws."""
    direction = view.words[mention.last + 1 : mention.last + 3]
    if MEASURES.get(unit_of(mention), _NO_LENGTH).kind != "length" or direction[1:] != ("of",):
        return False
    return direction[0] in _DIRECTIONS and bool(_LINES & set(view.words))


def _tells_price(view: View, mention: Mention) -> bool:
    """ "for $15 million the purchase doubled …", "cost the Treasury $7 million": the price of what was bought."""
    if unit_of(mention) not in _MONEY or not any(word.startswith(_BUYING) for word in view.words):
        return False
    before = view.words[max(0, mention.first - 5) : mention.first]
    return before[-1:] in {("for",), ("at",)} or bool(_PRICE & set(before))


def _stated_by_treaty(view: View, mention: Mention) -> int | None:
    """ "the treaty says 62.5 per cent", "the pact gives each side 18 months": the verb between the two."""
    treaty = next((one for one in reversed(view.treaties) if one.last < mention.first), None)
    if treaty is None or mention.first - treaty.last > 6:
        return None
    verbs = [index for index in range(treaty.last + 1, mention.first) if view.words[index] in _STATES_IT]
    return verbs[0] if verbs and verbs[0] - treaty.last <= 2 else None


def _eliminating_word(view: View, mention: Mention) -> int | None:
    phrases = cues("eliminated")
    for index in (
        *range(mention.first - 1, max(-1, mention.first - 8), -1),
        *range(mention.last + 1, mention.last + 6),
    ):
        if index < view.length and (view.words[index],) in phrases:
            return None if view.words[index - 1 : index] == ("to",) else index
    return _listed_after(view, mention, phrases)


def _listed_after(view: View, mention: Mention, phrases: frozenset[tuple[str, ...]]) -> int | None:
    """ "destroyed 846 missiles, including 234 Pershings and 443 cruise missiles": the verb before the list."""
    if view.words[mention.first - 1 : mention.first] not in {("and",), (",",), ("including",)}:
        return None
    for index in range(mention.first - 2, max(-1, mention.first - 24), -1):
        if (view.words[index],) in phrases:
            return index if view.words[index - 1 : index] != ("to",) else None
        if any(predicate.first <= index <= predicate.last for predicate in view.predicates):
            return None
    return None


def _eliminated(view: View, mention: Mention, treaty: Mention, verb: int, plain: str) -> Filled:
    bounds = min(verb, mention.first), max(verb, mention.last)
    when = days_told(view, past=True)
    filled = number_claim(view, mention, treaty, "eliminated", bounds, plain, when=when)
    parties = [party for party in view.parties if party.last < min(verb, mention.first) and verb - party.last < 5]
    if not parties:
        return filled
    return filled._replace(claim=filled.claim._replace(party=party_of(parties[-1], plain)))
