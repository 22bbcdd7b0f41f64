"""`treatycheck verify` of one document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunCommand
from tests.reports import TEXT
from treatycheck.model import MAX_CHARACTERS


def test_the_status_is_1_where_something_is_refuted(run: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    outcome = run("verify", path)
    assert outcome.status == 1
    assert "write instead: 8 December 1987" in outcome.out
    assert outcome.err == ""


def test_the_status_is_0_where_nothing_is_refuted(run: RunCommand) -> None:
    outcome = run("verify", "-", stdin=b"Nothing about treaties.")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("0 claims: 0 supported")


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b"\x00\x07\x1b[2J", "שלום عالم".encode()])
def test_texts_without_any_claim_are_fine(run: RunCommand, content: bytes) -> None:
    assert run("verify", "-", stdin=content).status == 0


def test_a_byte_order_mark_is_no_part_of_the_text(run: RunCommand) -> None:
    answer = json.loads(run("verify", "-", "--format", "json", stdin=b"\xef\xbb\xbf" + TEXT.encode()).out)
    assert answer["document"]["characters"] == len(TEXT)


def test_latin_1_is_refused_with_the_place(run: RunCommand) -> None:
    outcome = run("verify", "-", stdin="café".encode("latin-1"))
    assert outcome.status == 2
    assert outcome.err == "treatycheck: -: not UTF-8 (byte 4); convert it to UTF-8 first\n"


@pytest.mark.parametrize("character", ["x", "é", "😀"])
def test_the_longest_text_is_taken(run: RunCommand, character: str) -> None:
    outcome = run("verify", "-", "--format", "json", stdin=(character * MAX_CHARACTERS).encode())
    assert outcome.status == 0
    assert json.loads(outcome.out)["document"]["characters"] == MAX_CHARACTERS


@pytest.mark.parametrize("characters", [MAX_CHARACTERS + 1, 5 * MAX_CHARACTERS])
def test_a_longer_text_is_refused(run: RunCommand, characters: int) -> None:
    outcome = run("verify", "-", stdin=b"x" * characters)
    assert (outcome.status, outcome.err) == (2, "treatycheck: the text has more than 1,000,000 characters\n")


def test_a_missing_file_is_named(run: RunCommand, tmp_path: Path) -> None:
    outcome = run("verify", tmp_path / "none.txt")
    assert outcome.status == 2
    assert outcome.err == f"treatycheck: {tmp_path}/none.txt: No such file or directory\n"


def test_a_folder_is_no_text(run: RunCommand, tmp_path: Path) -> None:
    assert run("verify", tmp_path).status == 2


def test_an_unknown_format_is_refused_with_the_known_ones(run: RunCommand) -> None:
    outcome = run("verify", "-", "--format", "yaml")
    assert outcome.status == 2
    assert "invalid choice: 'yaml'" in outcome.err
    assert "jsonl" in outcome.err


@pytest.mark.parametrize("day", ["yesterday", "", "2019-13", "2019-02-30", "0000", "20190304", "2019-W10-1", "٢٠١٩"])
def test_what_is_no_date_is_refused(run: RunCommand, day: str) -> None:
    outcome = run("verify", "-", "--published", day)
    assert outcome.status == 2
    assert "is no date" in outcome.err


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("2019-03-04", "2019-03-04"),
        ("2019-03-04T23:30:00Z", "2019-03-04"),
        ("2019-03-04 23:30+05:00", "2019-03-04"),
        ("2016-02", "2016-02-29"),
        ("2014", "2014-12-31"),
    ],
)
def test_dates_may_be_partial_or_with_a_time(run: RunCommand, written: str, taken: str) -> None:
    document = json.loads(run("verify", "-", "--format", "json", "--published", written).out)["document"]
    assert (document["published"], document["as_of"]) == (taken, taken)


def test_as_of_overrides_the_date_of_publication(run: RunCommand) -> None:
    options = ("--published", "2014-08-05", "--as-of", "2020-01-01")
    assert json.loads(run("verify", "-", "--format", "json", *options).out)["document"] == {
        "characters": 0,
        "published": "2014-08-05",
        "as_of": "2020-01-01",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.html", "html"), ("a.HTM", "html"), ("a.md", "markdown"), ("a.txt", "text"), ("a", "text")],
)
def test_the_suffix_tells_the_format(run: RunCommand, tmp_path: Path, name: str, expected: str) -> None:
    path = tmp_path / name
    path.write_text("<p>unclosed <b")
    assert run("explain", path).out == f"read: {expected} None\ntext: <p>unclosed <b\n"
    assert "read: markdown" in run("explain", path, "--input-format", "markdown").out


def test_the_report_can_go_into_a_file(run: RunCommand, tmp_path: Path) -> None:
    outcome = run("verify", "-", "--format", "html", "--output", tmp_path / "page.html", stdin=TEXT.encode())
    assert (outcome.status, outcome.out) == (1, "")
    assert (tmp_path / "page.html").read_text().startswith("<!DOCTYPE html>")


def test_an_error_inside_is_one_line_and_status_2(run: RunCommand) -> None:
    outcome = run("verify", "-", stdin=b"CRASH")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "treatycheck: internal error, please report it: IndexError: nothing here\n"


def test_explain_writes_control_characters_as_escapes(run: RunCommand) -> None:
    assert run("explain", "-", stdin=b"a\x1b[2Jb").out.endswith("text: a\\x1b[2Jb\n")


def test_a_command_is_needed(run: RunCommand) -> None:
    assert run().status == 2


def test_the_version_is_told(run: RunCommand) -> None:
    outcome = run("--version")
    assert outcome.status == 0
    assert outcome.out.startswith("treatycheck ")
