"""Answers of Wikidata's query service (SPARQL 1.1 Query Results JSON) as rows of treaties and facts.

Two layouts are read: a statement a row (`property` and `value`), as the query in `docs/wikidata.md` gives it, and
a column a property, named by its number or its English label, with `<name>Precision`, `<name>Label`, `<name>Iso`
and `<name>Calendar` beside it. Rows that joins multiplied are merged.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from treatycheck.errors import InvalidInput
from treatycheck.model import Treaty
from treatycheck.reference.checks.names import key_of, own_names
from treatycheck.reference.interchange.json_lines import MOST_ROWS
from treatycheck.reference.interchange.rows import Row

# Properties with what they say of a treaty; those that do not say one thing (inception, start time of a war's
# treaty, country) are left out.
DATES = {
    "P585": "signed",
    "P7588": "entered_into_force",
    "P580": "entered_into_force",
    "P576": "terminated",
    "P582": "terminated",
}
PARTIES = {"P1891": "signatory", "P710": "party"}
ITEMS = {"P276": "signed_in", "P2058": "depositary", "P1365": "replaced", "P1366": "replaced_by"}
PROPERTIES = {
    "pointInTime": "P585",
    "signed": "P585",
    "effectiveDate": "P7588",
    "startTime": "P580",
    "dissolved": "P576",
    "dissolvedAbolishedOrDemolishedDate": "P576",
    "endTime": "P582",
    "signatory": "P1891",
    "participant": "P710",
    "location": "P276",
    "depositary": "P2058",
    "replaces": "P1365",
    "replacedBy": "P1366",
}
_KINDS = {**DATES, **PARTIES, **ITEMS}
_LANGUAGES = frozenset({"fr", "de", "es", "ru", "uk", "zh"})
_PRECISIONS = {11: 10, 10: 7, 9: 4}
_JULIAN = "Q1985786"
_TIME = re.compile(r"([+-]?)0*(\d{4})-(\d\d)-(\d\d)T00:00:00Z")
_ENTITY = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q[1-9]\d{0,12})")
_PAGE = "https://www.wikidata.org/wiki/"

Binding = Mapping[str, Any]


@dataclass(slots=True)
class Item:
    """What the rows say of one item, with the first row that names it."""

    number: int
    entity: str
    label: str = ""
    description: str = ""
    names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    statements: dict[tuple[str, str], Statement] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """A property's value: a time, a text, or an item by label and ISO code."""

    number: int
    property: str
    value: str
    precision: str
    calendar: str
    label: str
    iso: str
    reference: str


def read_wikidata(content: bytes, treaties: Mapping[str, Treaty]) -> Iterator[Row]:
    """Rows for the importer, numbered by the row of the answer, from 1. Raises InvalidInput for no such answer."""
    for item in items_in(bindings_of(content)):
        found = matching(item, treaties)
        if len(found) > 1:
            yield Row(item.number, None, f"{item.label or item.entity} may be {' or '.join(found)}")
            continue
        statements = list(_facts(item, found[0] if found else slug(item.label)))
        if not found:
            yield new_treaty(item, statements)
        yield from statements


def bindings_of(content: bytes) -> list[Binding]:
    """The rows of an answer. Raises InvalidInput."""
    try:
        bindings = json.loads(content)["results"]["bindings"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InvalidInput("is no JSON answer of a SPARQL query service (results.bindings)") from None
    if not isinstance(bindings, list) or len(bindings) > MOST_ROWS:
        raise InvalidInput(f"has no list of at most {MOST_ROWS:,} rows")
    return bindings


def items_in(bindings: list[Binding]) -> list[Item]:
    """The items with all that their rows say."""
    items: dict[str, Item] = {}
    for number, binding in enumerate(bindings, start=1):
        entity = _ENTITY.fullmatch(text_of(binding, "item"))
        if not entity:
            continue
        item = items.setdefault(entity[1], Item(number, entity[1]))
        item.label = item.label or text_of(binding, "itemLabel")
        item.description = item.description or text_of(binding, "itemDescription")
        for column in ("itemLabel", "alias", "itemAltLabel"):
            for name in text_of(binding, column).split(", " if column == "itemAltLabel" else "\0"):
                if name.strip():
                    item.names[language_of(binding, column)].add(name.strip())
        for statement in statements_in(number, binding):
            item.statements.setdefault((statement.property, statement.value), statement)
    return list(items.values())


def statements_in(number: int, binding: Binding) -> Iterator[Statement]:
    """The statements of a row, in either layout."""
    if text_of(binding, "property"):
        name = text_of(binding, "property").rpartition("/")[2]
        columns: tuple[str, ...] = ("value", "precision", "calendar", "valueLabel", "valueIso")
        if text_of(binding, "value"):
            yield _statement(number, PROPERTIES.get(name, name), binding, columns)
    for column in binding:
        name = PROPERTIES.get(column, column)
        if name in _KINDS and text_of(binding, column):
            columns = (column, *(f"{column}{part}" for part in ("Precision", "Calendar", "Label", "Iso")))
            yield _statement(number, name, binding, columns)


def _statement(number: int, name: str, binding: Binding, columns: Sequence[str]) -> Statement:
    """The statement in the columns for value, precision, calendar, label and code."""
    precision, calendar, label, iso = (text_of(binding, column) for column in columns[1:])
    reference = text_of(binding, "reference")
    return Statement(number, name, value_of(binding, columns[0]), precision, calendar, label, iso, reference)


def text_of(binding: Binding, column: str) -> str:
    cell = binding.get(column)
    value = cell.get("value") if isinstance(cell, dict) else None
    return value if isinstance(value, str) else ""


def value_of(binding: Binding, column: str) -> str:
    """The value of a cell; empty for one that says only that there is some value."""
    return "" if binding[column].get("type") == "bnode" else text_of(binding, column)


def language_of(binding: Binding, column: str) -> str:
    return str(binding[column].get("xml:lang") or "en") if text_of(binding, column) else "en"


def matching(item: Item, treaties: Mapping[str, Treaty]) -> list[str]:
    """Ids of the treaties that bear the item's label or, if none does, one of its other names as their own."""
    others = {key_of(name) for names in item.names.values() for name in names}
    for wanted in ({key_of(item.label)}, others):
        found = [key for key, treaty in treaties.items() if wanted & set(map(key_of, own_names(treaty)))]
        if found:
            return sorted(found)
    return []


def new_treaty(item: Item, rows: list[Row]) -> Row:
    """A row for a treaty that is not known yet, or why there can be none."""
    dates = sorted(str(row.content["value"]) for row in rows if row.content and row.content["relation"] == "signed")
    if not item.label or _ENTITY.fullmatch(_PAGE + item.label):
        return Row(item.number, None, f"{item.entity} has no label in English")
    if not dates:
        return Row(item.number, None, f"{item.label} ({item.entity}) has no date of signature that can be used")
    states = {row.content["party_id"] for row in rows if row.content and "party_id" in row.content}
    other = {key: sorted(names) for key, names in sorted(item.names.items()) if key in _LANGUAGES}
    content = {
        "id": slug(item.label),
        "name": item.label,
        "official_title": item.label,
        "kind": "bilateral" if len(states) == 2 else "multilateral",
        "subject": item.description or "not described",
        "year": int(dates[0][:4]),
        "names": sorted({item.label, *item.names.get("en", ())}),
        "other_names": other,
    }
    return Row(item.number, content)


def slug(label: str) -> str:
    """An id in the style of the others: words in lower case without accents, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:80].strip("-")


def _facts(item: Item, treaty_id: str) -> Iterator[Row]:
    for statement in item.statements.values():
        if statement.property not in _KINDS:
            continue
        try:
            content = _content(statement)
        except InvalidInput as error:
            yield Row(statement.number, None, f"{item.label or item.entity}, {statement.property}: {error.detail}")
            continue
        sources = [{"publisher": "Wikidata", "title": item.label or item.entity, "url": f"{_PAGE}{item.entity}"}]
        if statement.reference.startswith(("http://", "https://")):
            site = statement.reference.split("/")[2]
            sources.append({"publisher": site, "title": f"reference of {item.entity}", "url": statement.reference})
        yield Row(statement.number, {"treaty": treaty_id, **content, "sources": sources})


def _content(statement: Statement) -> dict[str, Any]:
    """Relation, value and party of a statement. Raises InvalidInput."""
    if not statement.value:
        raise InvalidInput("the value is unknown")
    if statement.property in DATES:
        return {"relation": DATES[statement.property], "value": edtf(statement)}
    if statement.property in PARTIES:
        if not re.fullmatch(r"[A-Z]{2}", statement.iso):
            raise InvalidInput(f"{statement.label or statement.value} has no ISO 3166-1 code")
        return {"relation": PARTIES[statement.property], "value": "yes", "party_id": statement.iso}
    if not statement.label:
        raise InvalidInput(f"{statement.value} has no label")
    return {"relation": ITEMS[statement.property], "value": statement.label}


def edtf(statement: Statement) -> str:
    """The date at the precision that Wikidata gives it (11 day, 10 month, 9 year). Raises InvalidInput."""
    match = _TIME.fullmatch(statement.value)
    if not match or match[1] == "-":
        raise InvalidInput(f"{statement.value[:40]!r} is no date of our era")
    if statement.calendar.endswith(_JULIAN):
        raise InvalidInput("the date is given in the Julian calendar")
    if not statement.precision.isdigit() or int(statement.precision) not in _PRECISIONS:
        raise InvalidInput(f"the precision is {statement.precision or 'not given'}: a day is 11, a month 10, a year 9")
    return f"{match[2]}-{match[3]}-{match[4]}"[: _PRECISIONS[int(statement.precision)]]
