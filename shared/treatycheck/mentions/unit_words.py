"""The unit that a number counts: "deployed strategic warheads", "kilometers", "%"."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.mentions.readings import HYPHENS, Reading, lower_at, text_at, touches
from treatycheck.model import Token
from treatycheck.text.words import word_set
from treatycheck.values.units import SPELLINGS, singular

NOUNS = word_set(
    "accessions adherents aircraft allies ambassadors articles battalions battleships bombers bombs brigades "
    "canisters capitals carriers centrifuges chapters charges chiefs children cities citizens civilians clauses "
    "concessions copies countries cruisers delegates delegations destroyers devices diplomats divisions dollars "
    "economies envoys euros experts explosions facilities fighters francs governments guns heads helicopters "
    "hostages howitzers icbms inhabitants inspections inspectors interceptors irbms islands jurisdictions "
    "laboratories launchers leaders lives mandates marks members men mines ministers missiles molecules munitions "
    "nations officers organisations organizations parliaments participants parties people persons pesos pieces "
    "plants platforms plenipotentiaries ports pounds powers premiers presidents provinces provisions radars "
    "ratifications reactors refugees representatives republics rifles rockets roubles rubles satellites shells "
    "ships signatories signatures silos sites slbms soldiers species stages states statesmen stations stockpiles "
    "strikes submarines supporters systems taels tanks targets territories tests towns troops types vehicles "
    "vessels victims villages votes warheads warships weapons women workers yen zones"
)
COMPOUNDS = word_set("delivery treaty tariff")
_TWO_WORDS = {("delivery", "vehicles"), ("delivery", "systems"), ("treaty", "ports"), ("tariff", "concessions")}
QUALIFIERS = word_set(
    "additional aggregate air allied anti armed arms armored armoured attack based ballistic bmd carrying chemical "
    "civilian cluster combat contracting conventional cruise declared defence defense deployed developed developing "
    "different early eligible existing facto first fixed flying foreign free full ground heavy independent "
    "industrial industrialised industrialized intermediate intercontinental land launch launched light "
    "long medium member military missile mobile modern national native naval new non nuclear obsolete offensive "
    "operational operationally original other our own participating personnel range reserve ruling sea separate short "
    "shorter signatory silo silver sovereign stored strategic submarine such tactical theater theatre "
    "total underground un usable warring western world"
)
_STOP = word_set(
    "a about after also an and are as at be been before being between but by can could did do does each for from had "
    "has have he her his if in into is it its may more most must no nor not of on or out over per shall she should so "
    "some than that the their them then there these they this those to under until up was we were when where which "
    "while who will with within would year years month months week weeks day days hour hours decade decades century "
    "ago later act treaty pact accord agreement convention protocol deal talks i"
)
_NAMES = word_set(
    "treaty pact accord accords agreement agreements convention conventions protocol deal talks treaties ban summit "
    "conference"
)
_MOST_WORDS = 4
_MOST_TOKENS = 12
_OPENING_UNITS = frozenset(phrase.split(" ")[0] for phrase in SPELLINGS) | {"°"}
_SYMBOLS = word_set("% ° ℃ km kms kg kt kts mt mi nmi nm ft lb lbs mm cm m t percent")


def unit_after(
    tokens: Sequence[Token], start: int, *, single: bool = False, known_only: bool = False
) -> Reading | None:
    """The unit that begins at `start`, behind a number.

    `single` takes the noun in the singular, too ("one warhead", "100-kiloton"); `known_only` lets only words that
    qualify weapons and states stand before it, which tells "1987 nuclear warheads" from "1987 treaty".
    """
    begin = start + 1 if text_at(tokens, start) in HYPHENS and touches(tokens, start) else start
    measure = _measure_at(tokens, begin)
    if measure:
        return measure
    return _noun_after(tokens, begin, single or begin > start, known_only)


def _measure_at(tokens: Sequence[Token], start: int) -> Reading | None:
    if start >= len(tokens) or tokens[start].lower not in _OPENING_UNITS:
        return None
    for length in (3, 2, 1):
        if start + length > len(tokens):
            continue
        words = [tokens[index].lower for index in range(start, start + length)]
        phrase = " ".join(words).replace("° ", "°")
        if phrase in SPELLINGS and (len(phrase) > 1 or words[0] in _SYMBOLS or words[0] == "$"):
            return Reading(start, start + length, SPELLINGS[phrase])
        if words == ["°"]:
            return Reading(start, start + 1, "°C")
    return None


def _noun_after(tokens: Sequence[Token], start: int, single: bool, known_only: bool) -> Reading | None:
    words = 0
    index = start
    while index < min(len(tokens), start + _MOST_TOKENS) and words <= _MOST_WORDS:
        word = tokens[index].lower
        if _is_noun(word, single):
            return _whole_noun(tokens, start, index)
        if word in HYPHENS and touches(tokens, index):
            index += 1
            continue
        if word not in ("and", "or") or index == start:
            if not _may_qualify(tokens, index, known_only):
                return None
            words += not (text_at(tokens, index - 1) in HYPHENS and touches(tokens, index))
        index += 1
    return None


def _is_noun(word: str, single: bool) -> bool:
    return word in NOUNS or (single and word in _SINGULARS)


def _may_qualify(tokens: Sequence[Token], index: int, known_only: bool) -> bool:
    token = tokens[index]
    if token.lower in QUALIFIERS or token.lower in COMPOUNDS:
        return True
    if known_only or token.lower in _STOP or not token.text[0].isalnum():
        return False
    if token.text[0].isdigit():
        return text_at(tokens, index - 1) in HYPHENS and touches(tokens, index)
    return not token.text.endswith("s") and not (token.text.islower() and token.text.endswith("ing"))


def _whole_noun(tokens: Sequence[Token], start: int, index: int) -> Reading | None:
    """The unit, its head perhaps the last of two nouns ("states parties"), unless it begins a treaty's name."""
    if lower_at(tokens, index + 1) in NOUNS:
        index += 1
    if lower_at(tokens, index + 1) in _NAMES:
        return None
    word = tokens[index].lower
    unit = word if word in NOUNS else _SINGULARS[word]
    before = lower_at(tokens, index - 1) if index > start else ""
    return Reading(start, index + 1, f"{before} {unit}" if (before, unit) in _TWO_WORDS else unit)


_SINGULARS = {singular(noun): noun for noun in NOUNS}
