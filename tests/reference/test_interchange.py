"""Reference data out and in again: nothing lost, bad rows told by their lines, Wikidata's answers mapped."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.aws.samples import FACTS, TREATIES, store_of
from treatycheck.errors import InvalidInput
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.lines import fact_to_line, treaty_to_line
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Citation, Fact, FactStatus
from treatycheck.reference.folder import read_folder
from treatycheck.reference.interchange.csv import facts_to_csv, read_csv
from treatycheck.reference.interchange.files import write_files
from treatycheck.reference.interchange.incoming import Importer, Incoming
from treatycheck.reference.interchange.json_lines import LONGEST_LINE, read_json_lines
from treatycheck.reference.interchange.rows import Row, to_fact_row
from treatycheck.reference.interchange.wikidata import read_wikidata

PARTY_IDS = {"us": "US", "su": "SU", "ru": "RU", "united states": "US", "soviet union": "SU", "russia": "RU"}
NAMES = {"US": "United States", "SU": "Soviet Union", "RU": "Russia"}
STORE = store_of(FACTS[:3], TREATIES)
ROW: dict[str, Any] = {
    "treaty": "inf-treaty",
    "relation": "entered_into_force",
    "value": "1988-06-01",
    "sources": [{"publisher": "P", "title": "T", "url": "https://archives.gov/t"}],
}

phrases = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30
).filter(lambda text: text == text.strip() and ";" not in text and not text.startswith(("\ufeff",)))
citations = st.builds(Citation, phrases, phrases, st.sampled_from(["https://archives.gov/a", "https://un.org/b?c=d,e"]))
dates = st.sampled_from(["1987", "1987-12", "1987-12-08"])


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    relation = draw(st.sampled_from(["signed", "between", "signed_by", "prohibits", "party", "limit", "depositary"]))
    listed = relation in {"between", "signed_by", "depositary"}
    values: tuple[str, ...] = (draw(phrases),)
    if listed:
        each = st.sampled_from(sorted(NAMES)) if relation == "between" else phrases
        values = tuple(draw(st.lists(each, min_size=1, max_size=3)))
    elif relation == "party":
        values = (draw(st.sampled_from(["yes", "no"])),)
    return Fact(
        fact_id=f"inf-treaty/{draw(st.sampled_from(['a', 'b-2']))}",
        treaty="inf-treaty",
        relation=relation,
        values=values,
        sources=tuple(draw(st.lists(citations, min_size=1, max_size=3))),
        party=draw(st.sampled_from(sorted(NAMES))) if relation == "party" else None,
        item=draw(st.none() | phrases),
        as_of=draw(st.none() | dates),
        valid_from=draw(st.none() | dates),
        aliases=tuple(draw(st.lists(phrases, max_size=2))),
        complete=draw(st.booleans()),
        negated=draw(st.booleans()),
        status=draw(st.sampled_from(list(FactStatus))),
        note=draw(st.none() | phrases),
    )


def only(rows: list[Row]) -> Fact:
    (row,) = rows
    assert row.content is not None, row.wrong
    return to_fact_row(row, PARTY_IDS).fact


@given(facts())
def test_a_fact_comes_back_from_json_lines_as_it_was(fact: Fact) -> None:
    line = json.dumps(fact_to_line(fact, NAMES)).encode()
    assert only(list(read_json_lines(io.BytesIO(line)))) == fact


@given(facts())
def test_a_fact_comes_back_from_a_table_as_it_was(fact: Fact) -> None:
    assert only(list(read_csv(io.StringIO(facts_to_csv([fact], NAMES), newline="")))) == fact


def test_no_cell_of_a_table_runs_as_a_formula() -> None:
    fact = Fact(
        "inf-treaty/x", "inf-treaty", "prohibits", ("=HYPERLINK(1)",), (Citation("@p", "+t", "https://un.org/"),)
    )
    table = facts_to_csv([fact], NAMES)
    assert "'=HYPERLINK(1)" in table and "'@p" in table and "'+t" in table
    assert only(list(read_csv(io.StringIO(table, newline="")))) == fact


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told_of(content: bytes) -> None:
    for row in read_json_lines(io.BytesIO(content)):
        assert (row.content is None) == bool(row.wrong)
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
    for row in read_csv(text):
        assert (row.content is None) == bool(row.wrong)


def brought(*contents: Any, replacing: bool = False) -> Incoming:
    """What becomes of these objects as lines of a file."""
    lines = b"".join(
        content if isinstance(content, bytes) else json.dumps(content).encode() for content in _ended(contents)
    )
    importer = Importer(STORE, frozenset(NAMES), PARTY_IDS, replacing=replacing)
    return importer.read(read_json_lines(io.BytesIO(lines)))


def _ended(contents: tuple[Any, ...]) -> list[bytes]:
    return [(item if isinstance(item, bytes) else json.dumps(item).encode()) + b"\n" for item in contents]


def kinds(incoming: Incoming) -> list[str]:
    return [outcome.kind for outcome in incoming.outcomes]


def test_a_new_fact_gets_an_id_of_its_relation_party_and_stage() -> None:
    ratified = {**ROW, "relation": "ratified", "party": "Russia", "stage": "deposit", "value": "1988-06-01"}
    incoming = brought(ROW, ratified)
    assert list(incoming.facts) == ["inf-treaty/entered-into-force", "inf-treaty/ratified-ru-deposit"]
    assert incoming.facts["inf-treaty/ratified-ru-deposit"].party == "RU"


def test_names_of_parties_stand_for_their_ids() -> None:
    incoming = brought({**ROW, "treaty": "abm-treaty", "relation": "between", "value": "united states; Soviet Union"})
    assert incoming.facts["abm-treaty/between"].values == ("US", "SU")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b"{", "no JSON"),
        (b"\xff", "no JSON"),
        (b"[]", "no JSON object"),
        (b"1" * (LONGEST_LINE + 5), "bytes"),
        ({**ROW, "treaty": "nowhere"}, "no treaty has the id"),
        ({**ROW, "treaty": None}, "names no treaty"),
        ({**ROW, "relation": "sang"}, "relation"),
        ({**ROW, "sources": []}, "sources"),
        ({**ROW, "sources": [{"publisher": "P", "title": "T", "url": "archive"}]}, "url"),
        ({**ROW, "colour": "red"}, "colour"),
        ({**ROW, "value": "in June"}, "no EDTF date"),
        ({**ROW, "relation": "terminated", "value": "1986"}, "comes after"),
        ({**ROW, "relation": "ratified", "party": "Narnia"}, "Narnia"),
        ({**ROW, "fact_id": "npt/signed"}, "none of the treaty"),
    ],
)
def test_a_bad_row_is_told_by_its_line_and_the_rest_goes_on(row: Any, why: str) -> None:
    incoming = brought(ROW, row, {**ROW, "relation": "signed_in", "value": "Washington"})
    assert kinds(incoming) == ["added", "refused", "added"]
    assert incoming.outcomes[1].number == 2
    assert why in incoming.outcomes[1].detail


def test_what_is_there_already_is_the_same_at_its_own_precision() -> None:
    signed = {**ROW, "relation": "signed"}
    assert kinds(brought({**signed, "value": "1987-12-08"}, {**signed, "value": "1987"})) == ["same", "same"]


def test_what_contradicts_is_told_and_not_taken() -> None:
    incoming = brought({**ROW, "relation": "signed", "value": "1987-12-09"})
    assert (kinds(incoming), incoming.facts) == (["differs"], {})
    assert incoming.outcomes[0].id == "inf-treaty/signed"


def test_a_row_changes_the_fact_that_it_names_only_when_it_may() -> None:
    row = {**ROW, "fact_id": "inf-treaty/signed", "relation": "signed", "value": "1987-12"}
    assert kinds(brought(row)) == ["differs"]
    incoming = brought(row, replacing=True)
    assert kinds(incoming) == ["changed"]
    assert "1987-12-08" in incoming.outcomes[0].detail
    assert incoming.facts["inf-treaty/signed"].values == ("1987-12",)


def test_a_new_treaty_comes_with_its_facts_in_any_order() -> None:
    treaty = treaty_to_line(TREATIES[1]) | {
        "id": "new",
        "name": "New",
        "official_title": "New",
        "names": ["New"],
        "acronyms": [],
    }
    treaty |= {"other_names": {"de": ["Neuer Vertrag"]}}
    incoming = brought({**ROW, "treaty": "new"}, treaty)
    assert kinds(incoming) == ["added", "added"]
    assert incoming.treaties["new"].other_names == (("de", "Neuer Vertrag"),)
    alone = brought(treaty)
    assert (kinds(alone), alone.treaties) == (["refused"], {})


def test_files_keep_what_the_import_does_not_touch(tmp_path: Path) -> None:
    folder = tmp_path / "treaties"
    folder.mkdir()
    before = """# why this file is so
id = "inf-treaty"
name = "INF Treaty"
official_title = "INF Treaty"
kind = "bilateral"
subject = "missiles"
year = 1987
names = ["INF Treaty"] # a remark

[source.aca]
publisher = "P"
title = "T"
url = "https://archives.gov/t"

[[fact]]
id = "signed"
relation = "signed"
value = "1987-12-08"
sources = ["aca"]
"""
    (folder / "inf-treaty.toml").write_text(before, encoding="utf-8")
    incoming = brought(
        ROW,
        {
            **ROW,
            "relation": "signed_in",
            "value": "Washington",
            "sources": [{"publisher": "The Q", "title": "T", "url": "https://un.org/q"}],
        },
    )
    (path,) = write_files(tmp_path, incoming.treaties, incoming.facts.values())
    after = path.read_text(encoding="utf-8")
    assert after.startswith(before[: before.index("[[fact]]")].rstrip())
    (entry,) = read_folder(tmp_path).entries
    assert [(fact.id, fact.sources) for fact in entry.fact] == [
        ("signed", ["aca"]),
        ("entered-into-force", ["aca"]),
        ("signed-in", ["the-q"]),
    ]


def test_a_new_treatys_file_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "treaties").mkdir()
    write_files(tmp_path, {"inf-treaty": TREATIES[1]}, FACTS[1:])
    folder = read_folder(tmp_path)
    assert folder.unreadable == ()
    store = folder.store()
    assert store.treaty("inf-treaty") == TREATIES[1]
    assert [fact.values for fact in store.facts(["inf-treaty"])["inf-treaty"]] == [fact.values for fact in FACTS[1:]]


WIKIDATA = "http://www.wikidata.org/entity/"


def cell(value: str, language: str | None = None) -> dict[str, str]:
    return {"type": "uri" if value.startswith("http") else "literal", "value": value} | (
        {"xml:lang": language} if language else {}
    )


def answer(*rows: Mapping[str, Any]) -> bytes:
    cells = [{key: value if isinstance(value, dict) else cell(value) for key, value in row.items()} for row in rows]
    return json.dumps({"head": {"vars": []}, "results": {"bindings": cells}}).encode()


def from_wikidata(*rows: Mapping[str, Any]) -> Incoming:
    treaties = {treaty.id: treaty for treaty in STORE.treaties()}
    return Importer(STORE, frozenset(NAMES), PARTY_IDS).read(read_wikidata(answer(*rows), treaties))


INF = {"item": f"{WIKIDATA}Q181795", "itemLabel": cell("INF Treaty", "en")}
IN_FORCE = {"property": f"{WIKIDATA}P7588", "value": "1988-06-01T00:00:00Z", "precision": "11"}


def test_a_statement_of_wikidata_becomes_a_fact_with_the_page_as_its_source() -> None:
    incoming = from_wikidata({**INF, **IN_FORCE, "reference": "https://www.un.org/treaty"})
    fact = incoming.facts["inf-treaty/entered-into-force"]
    assert fact.values == ("1988-06-01",)
    assert [source.url for source in fact.sources] == [
        "https://www.wikidata.org/wiki/Q181795",
        "https://www.un.org/treaty",
    ]


@pytest.mark.parametrize(("precision", "value"), [("11", "1988-06-01"), ("10", "1988-06"), ("9", "1988")])
def test_dates_keep_the_precision_that_wikidata_gives(precision: str, value: str) -> None:
    assert (
        from_wikidata({**INF, **IN_FORCE, "precision": precision}).facts["inf-treaty/entered-into-force"].value == value
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"precision": "8"},
        {"precision": ""},
        {"calendar": f"{WIKIDATA}Q1985786"},
        {"value": "-0044-03-15T00:00:00Z"},
        {"value": {"type": "bnode", "value": "t123"}},
        {"property": f"{WIKIDATA}P710", "value": f"{WIKIDATA}Q1", "valueLabel": "Narnia"},
        {"property": f"{WIKIDATA}P276", "value": f"{WIKIDATA}Q1"},
    ],
)
def test_what_wikidata_does_not_know_well_enough_is_left_out_and_told(wrong: dict[str, Any]) -> None:
    incoming = from_wikidata({**INF, **IN_FORCE, **wrong})
    assert (kinds(incoming), incoming.facts) == (["refused"], {})


def test_participants_are_parties_by_their_codes_and_merged_over_rows() -> None:
    row = {**INF, "participant": f"{WIKIDATA}Q30", "participantLabel": "United States", "participantIso": "US"}
    other = {**INF, "participant": f"{WIKIDATA}Q159", "participantLabel": "Russia", "participantIso": "RU"}
    dated = {"effectiveDate": "1988-06-01T00:00:00Z", "effectiveDatePrecision": "11"}
    incoming = from_wikidata({**row, **dated}, {**other, **dated}, {**row, **dated})
    assert sorted(incoming.facts) == ["inf-treaty/entered-into-force", "inf-treaty/party-ru", "inf-treaty/party-us"]


def test_wikidata_never_overrules_what_is_known() -> None:
    signed = {**INF, "pointInTime": "1987-12-09T00:00:00Z", "pointInTimePrecision": "11"}
    assert kinds(from_wikidata(signed)) == ["differs"]
    assert kinds(from_wikidata({**signed, "pointInTime": "1987-12-08T00:00:00Z"})) == ["same"]


def test_an_item_is_known_by_another_name_and_a_new_one_becomes_a_treaty() -> None:
    alias = {**INF, "itemLabel": "INF", **IN_FORCE}
    assert list(from_wikidata(alias).facts) == ["inf-treaty/entered-into-force"]
    new = {
        "item": f"{WIKIDATA}Q99",
        "itemLabel": cell("Traité de Sèvre", "en"),
        "alias": cell("Vertrag", "de"),
        "property": f"{WIKIDATA}P585",
        "value": "1920-08-10T00:00:00Z",
        "precision": "11",
    }
    incoming = from_wikidata(new)
    assert kinds(incoming) == ["added", "added"]
    treaty = incoming.treaties["traite-de-sevre"]
    assert (treaty.year, treaty.other_names) == (1920, (("de", "Vertrag"),))
    assert kinds(from_wikidata({**new, "precision": "7"})) == ["refused", "refused"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"results": {"bindings": 1}}', b'{"results": []}'])
def test_what_is_no_answer_of_a_query_service_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInput):
        list(read_wikidata(content, {}))


def test_the_whole_packaged_data_comes_back_as_it_is() -> None:
    store = BundledFactStore.load()
    every = [fact for held in store.facts([treaty.id for treaty in store.treaties()]).values() for fact in held]
    names = lexicon().party_names
    table = io.StringIO(facts_to_csv(every, names), newline="")
    ids = {name.casefold(): key for key, name in names.items()} | {key.casefold(): key for key in names}
    assert [to_fact_row(row, ids).fact for row in read_csv(table)] == every
