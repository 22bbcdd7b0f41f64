"""The words by which counts of states are told, and what all claims of numbers have in common."""

from __future__ import annotations

from functools import cache

from treatycheck.claims.clauses import has_verb
from treatycheck.claims.frames import Filled
from treatycheck.claims.values import value_of
from treatycheck.claims.view import View
from treatycheck.claims.words import COORDINATOR, DETERMINER, PREPOSITION, RELATIVE
from treatycheck.mentions.modifiers import modifier_before
from treatycheck.model import Claim, Mention, Value
from treatycheck.relations import construction_frame
from treatycheck.text.tokens import fold_all

MEMBERS = frozenset("parties party members ratifications adherents accessions".split())
SIGNERS = frozenset("signatories signatory signatures".split())
STATES = frozenset(
    "states countries nations governments members powers capitals allies republics economies delegations".split()
)
# who signs for a state, one for each
HEADS_OF_STATES = frozenset({"leaders", "heads"})
# who signs for states; a state may send several
ENVOYS = frozenset(
    "ministers presidents premiers chiefs representatives delegates plenipotentiaries envoys ambassadors "
    "diplomats statesmen".split()
)
SIGN_WORDS = frozenset("sign signed signing signatories signatory signature signatures inked".split())
JOIN_WORDS = frozenset(
    "ratified ratify ratifying ratification ratifications joined join joining acceded accede accession parties party "
    "approved accepted adhered members member membership belong belonged bound".split()
)
FIRST = frozenset({"original", "founding", "initial"})
TAKE_EFFECT = frozenset({"entered_into_force", "in_force"})
_TRIGGERS = frozenset("trigger triggers triggered triggering clock activate activated activates threshold".split())
_OF_CONTEXT = frozenset({"limit", "eliminated", "party_count", "signatory_count"})
_AROUND, _EDGES = 14, frozenset({".", ";", ":", "\u2014"})
_BRINGS = frozenset("bring brings bringing brought".split())
_NO_VERB = PREPOSITION | COORDINATOR | RELATIVE


@cache
def cues(relation: str) -> frozenset[tuple[str, ...]]:
    """The folded phrases of a relation's construction."""
    return frozenset(fold_all(phrase) for phrase in construction_frame(relation).phrases)


@cache
def cues_by_first_word(relation: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The same by their first words."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for cue in cues(relation):
        found[cue[0]] = (*found.get(cue[0], ()), cue)
    return found


def unit_of(mention: Mention) -> str:
    return mention.value.split(" ", 1)[1] if " " in mention.value else ""


def head_of(mention: Mention) -> str:
    """The noun that a quantity counts."""
    return unit_of(mention).split(" ")[-1]


def nearest_treaty(view: View, index: int) -> Mention | None:
    """The treaty of a quantity: the last one before it, else the first behind it, else what the text is about."""
    before = [mention for mention in view.treaties if mention.last < index]
    if before:
        return _past_apposition(view, before, index)
    behind = [mention for mention in view.treaties if mention.first > index]
    if not behind:
        return view.salient
    return None if _opens_clause(view, behind[0]) else behind[0]


def _opens_clause(view: View, treaty: Mention) -> bool:
    """ "…, the Treaty of Trianon cut …": the subject of another clause than the one before the comma."""
    first = treaty.first
    while first > 0 and view.words[first - 1] in DETERMINER:
        first -= 1
    behind = view.words[treaty.last + 1 : treaty.last + 2]
    acts = bool(behind) and behind[0].isalpha() and behind[0] not in _NO_VERB
    return first > 0 and view.words[first - 1] in {",", ";"} and acts and has_verb(view, 0, first - 1)


def _past_apposition(view: View, before: list[Mention], index: int) -> Mention:
    """ "the FCTC, the first treaty of its kind, took effect once forty states …": the FCTC, not what describes it."""
    for place in range(len(before) - 1, 0, -1):
        name, described = before[place - 1], before[place]
        aside = view.words[name.last + 1 : described.first]
        if aside[:1] != (",",) or len(aside) > 2 or "," not in view.words[described.last + 1 : index]:
            return described
    return before[0]


def counted_treaty(view: View, mention: Mention, last: int) -> Mention | None:
    """The treaty right behind the words of a count ("192 parties to the CRC", "12 states signed it"), else nearest."""
    behind = (treaty for treaty in view.treaties if 0 <= treaty.first - last - 1 <= 2)
    near = next(behind, None)
    if near and not set(view.words[last + 1 : near.first]) - {"to", "of", "the", "on", "up"}:
        return near
    return nearest_treaty(view, mention.first)


def takes_effect(view: View) -> int | None:
    """Index of the words by which a sentence tells that something takes effect."""
    return view.once(_takes_effect)


def _takes_effect(view: View) -> int | None:
    for predicate in view.predicates:
        if any(frame.relation in TAKE_EFFECT for frame in predicate.frames):
            return predicate.first
    for index, word in enumerate(view.words):
        if word in _TRIGGERS or (word in _BRINGS and {"force", "life", "effect"} & set(view.words[index : index + 9])):
            return index
    return None


def number_claim(
    view: View,
    mention: Mention,
    treaty: Mention,
    relation: str,
    bounds: tuple[int, int],
    plain: str,
    *,
    normalized: str | None = None,
    stage: str | None = None,
    when: tuple[str, ...] = (),
    implicit: bool = False,
) -> Filled:
    """A claim of a relation's construction whose value is a quantity or, where `normalized`, what it amounts to."""
    frame = construction_frame(relation)
    value: Value = value_of(mention, plain, modifier_before(view.sentence, mention))
    if normalized is not None:
        value = value._replace(normalized=normalized)
    context = _context(view, mention, plain) if relation in _OF_CONTEXT else ""
    claim = Claim(
        frame.id,
        relation,
        treaty,
        value,
        view.span(*bounds),
        view.sentence.span,
        stage=stage,
        when=when,
        implicit=implicit,
        context=context,
    )
    return Filled(claim, *bounds, bounds[0], frame)


def _context(view: View, mention: Mention, plain: str) -> str:
    """The words around a quantity, to the edges of its clause or not far."""
    first, last = mention.first, mention.last
    while first > 0 and mention.first - first < _AROUND and view.words[first - 1] not in _EDGES:
        first -= 1
    while last + 1 < view.length and last - mention.last < _AROUND and view.words[last + 1] not in _EDGES:
        last += 1
    return view.text(first, last, plain)
