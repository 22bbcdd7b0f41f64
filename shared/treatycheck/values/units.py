"""Units of measure: their spellings, their canonical names and how they convert."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from treatycheck.text.words import word_set


class Measure(NamedTuple):
    """A unit that converts: its kind of size and how many base units it holds."""

    kind: str
    factor: float


MEASURES: dict[str, Measure] = {
    "km": Measure("length", 1.0),
    "m": Measure("length", 0.001),
    "cm": Measure("length", 0.00001),
    "mm": Measure("length", 0.000001),
    "miles": Measure("length", 1.609344),
    "nautical miles": Measure("length", 1.852),
    "feet": Measure("length", 0.0003048),
    "yards": Measure("length", 0.0009144),
    "inches": Measure("length", 0.0000254),
    "leagues": Measure("length", 5.556),
    "square km": Measure("area", 1.0),
    "square miles": Measure("area", 2.589988),
    "acres": Measure("area", 0.00404686),
    "hectares": Measure("area", 0.01),
    "kg": Measure("mass", 1.0),
    "g": Measure("mass", 0.001),
    "tons": Measure("mass", 1000.0),
    "pounds": Measure("mass", 0.45359237),
    "kilotons": Measure("yield", 1.0),
    "megatons": Measure("yield", 1000.0),
    "%": Measure("share", 1.0),
    "°C": Measure("temperature", 1.0),
    "°F": Measure("temperature", 5 / 9),
}

SPELLINGS: dict[str, str] = {
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), "km"),
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres"), "m"),
    **dict.fromkeys(("cm", "centimeter", "centimeters", "centimetre", "centimetres"), "cm"),
    **dict.fromkeys(("mm", "millimeter", "millimeters", "millimetre", "millimetres"), "mm"),
    **dict.fromkeys(("mile", "miles", "mi"), "miles"),
    **dict.fromkeys(("nmi", "nm", "nautical mile", "nautical miles"), "nautical miles"),
    **dict.fromkeys(("foot", "feet", "ft"), "feet"),
    **dict.fromkeys(("yard", "yards"), "yards"),
    **dict.fromkeys(("inch", "inches"), "inches"),
    **dict.fromkeys(("league", "leagues"), "leagues"),
    **dict.fromkeys(("acre", "acres"), "acres"),
    **dict.fromkeys(("hectare", "hectares"), "hectares"),
    **dict.fromkeys(("square km", "square kilometers", "square kilometres", "sq km", "km2", "km²"), "square km"),
    **dict.fromkeys(("square mile", "square miles"), "square miles"),
    **dict.fromkeys(("kg", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"), "kg"),
    **dict.fromkeys(("g", "gram", "grams", "gramme", "grammes"), "g"),
    **dict.fromkeys(("t", "ton", "tons", "tonne", "tonnes", "metric ton", "metric tons"), "tons"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), "pounds"),
    **dict.fromkeys(("kt", "kts", "kiloton", "kilotons", "kilotonne", "kilotonnes"), "kilotons"),
    **dict.fromkeys(("mt", "megaton", "megatons", "megatonne", "megatonnes"), "megatons"),
    **dict.fromkeys(("%", "percent", "per cent", "percentage points"), "%"),
    **dict.fromkeys(("°c", "℃", "c", "degree", "degrees", "degrees celsius", "degree celsius", "celsius"), "°C"),
    **dict.fromkeys(("°f", "f", "degrees fahrenheit", "fahrenheit"), "°F"),
    **dict.fromkeys(("dollar", "dollars", "$", "usd", "us dollars"), "dollars"),
    **dict.fromkeys(("euro", "euros", "€", "eur"), "euros"),
}

_UNCHANGED = word_set("aircraft personnel series")
_IRREGULAR = {"countries": "country", "parties": "party", "people": "person", "men": "man", "feet": "foot"}
STATES = word_set("country government member nation party power signatory state")


@lru_cache(maxsize=4096)
def canonical_unit(unit: str) -> str:
    """A unit's spelling to the one name that it has here; other nouns in lower case as they are."""
    folded = " ".join(unit.lower().split())
    return SPELLINGS.get(folded, folded)


def singular(noun: str) -> str:
    """A plural noun to its singular, as far as English spelling tells."""
    if noun in _UNCHANGED or noun in _IRREGULAR:
        return _IRREGULAR.get(noun, noun)
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


@lru_cache(maxsize=4096)
def same_unit(one: str, other: str) -> bool:
    """Whether two units count the same thing: the same head noun, the same measure, or both states."""
    first, second = canonical_unit(one), canonical_unit(other)
    if first == second or not first or not second:
        return True
    if first in MEASURES or second in MEASURES:
        return first in MEASURES and second in MEASURES and MEASURES[first].kind == MEASURES[second].kind
    heads = {singular(first.split()[-1]), singular(second.split()[-1])}
    return len(heads) == 1 or heads <= STATES


def is_measured(unit: str) -> bool:
    """Whether a unit tells a size, a time or a sum, so that the number means nothing without it."""
    return unit in MEASURES or unit in {"years", "days", "months", "dollars"}
