"""`treatycheck verify --batch`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import RunCommand
from tests.reports import TEXT
from treatycheck.cli import batch, processes
from treatycheck.model import MAX_CHARACTERS


def answered(run: RunCommand, *lines: bytes) -> list[dict[str, Any]]:
    """The answers to these lines; the batch must end well."""
    outcome = run("verify", "--batch", "-", stdin=b"\n".join(lines))
    assert outcome.status == 0
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_each_line_is_answered_in_order(run: RunCommand) -> None:
    answers = answered(
        run,
        json.dumps({"id": "a", "text": TEXT, "published": "2019-03-04", "claims": [], "url": 7}).encode(),
        b'{"id": 2, "text": "", "published": null, "format": null}\r',
        b"",
        b'{"text": "<p>", "format": "html", "published": "2014"}',
    )
    assert [answer["id"] for answer in answers] == ["a", 2, None]
    assert [answer["response"]["summary"]["refuted"] for answer in answers] == [1, 0, 0]
    assert answers[2]["response"]["document"]["published"] == "2014-12-31"


@pytest.mark.parametrize(
    ("line", "identifier", "status", "pointer"),
    [
        (b"{nonsense", None, 422, ""),
        (b"[1]", None, 422, ""),
        (b"7", None, 422, ""),
        (b"[" * 100_000, None, 422, ""),
        (b'{"id": "a", "text": "caf\xe9"}', None, 422, ""),
        (b'{"id": "a"}', "a", 422, "/text"),
        (b'{"id": "a", "text": null}', "a", 422, "/text"),
        (b'{"id": "a", "text": ["x"]}', "a", 422, "/text"),
        (b'{"id": {"x": 1}, "text": "x"}', None, 422, "/id"),
        (b'{"id": true, "text": "x"}', None, 422, "/id"),
        (b'{"id": "a", "text": "x", "published": "soon"}', "a", 422, "/published"),
        (b'{"id": "a", "text": "x", "published": ""}', "a", 422, "/published"),
        (b'{"id": "a", "text": "x", "published": 2014}', "a", 422, "/published"),
        (b'{"id": "a", "text": "x", "format": "pdf"}', "a", 422, "/format"),
        (b'{"id": "a", "text": "x", "format": ["text"]}', "a", 422, "/format"),
    ],
)
def test_a_bad_line_gets_an_error_and_the_batch_goes_on(
    run: RunCommand, line: bytes, identifier: str | None, status: int, pointer: str
) -> None:
    bad, good = answered(run, line, b'{"id": "next", "text": "x"}')
    assert bad["id"] == identifier
    assert bad["error"]["status"] == status
    assert [field["pointer"] for field in bad["error"]["errors"]] == [pointer]
    assert bad["error"]["instance"] == "#line-1"
    assert good["response"]["summary"]["claims"] == 0


def test_a_text_of_the_greatest_length_is_taken_and_one_more_is_not(run: RunCommand) -> None:
    lines = (json.dumps({"id": n, "text": "x" * n}).encode() for n in (MAX_CHARACTERS, MAX_CHARACTERS + 1))
    taken, refused = answered(run, *lines)
    assert taken["response"]["document"]["characters"] == MAX_CHARACTERS
    assert refused["error"]["status"] == 413


def test_a_line_without_end_is_passed_over_in_pieces(run: RunCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "LONGEST_LINE", 100)
    long = json.dumps({"id": "long", "text": "x" * 950}).encode()
    answers = answered(run, long, b'{"id": "next", "text": "x"}', long)
    assert [answer["id"] for answer in answers] == [None, "next", None]
    assert [answer.get("error", {}).get("status") for answer in answers] == [413, None, 413]
    assert answers[2]["error"]["instance"] == "#line-3"


def test_lone_surrogates_go_in_and_out(run: RunCommand) -> None:
    text = "\ud800 " + TEXT
    (answer,) = answered(run, json.dumps({"id": "\udfff", "text": text}).encode())
    assert answer["id"] == "\udfff"
    assert answer["response"]["claims"][0]["text"] == text


def test_a_byte_order_mark_at_the_start_is_passed_over(run: RunCommand) -> None:
    (answer,) = answered(run, b'\xef\xbb\xbf{"id": "a", "text": "x"}')
    assert "response" in answer


def test_a_document_that_the_engine_cannot_take_does_not_end_the_batch(run: RunCommand) -> None:
    outcome = run("verify", "--batch", "-", stdin=b'{"id": 1, "text": "CRASH"}\n{"id": 2, "text": "x"}')
    first, second = map(json.loads, outcome.out.splitlines())
    assert (outcome.status, first["error"]["status"], second["id"]) == (0, 500, 2)
    assert "nothing here" not in outcome.out
    assert outcome.err == "treatycheck: line 1: IndexError: nothing here\n"


def test_an_unreadable_batch_gives_status_2(run: RunCommand, tmp_path: Path) -> None:
    outcome = run("verify", "--batch", tmp_path / "none.jsonl", "--output", tmp_path / "out")
    assert outcome.status == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("options", [("--format", "json"), ("--published", "2014"), ("--input-format", "html")])
def test_options_for_one_document_do_not_go_with_a_batch(run: RunCommand, options: tuple[str, str]) -> None:
    outcome = run("verify", "--batch", "-", *options)
    assert outcome.status == 2
    assert "does not go with --batch" in outcome.err


def test_as_of_holds_for_the_whole_batch_and_output_names_a_file(run: RunCommand, tmp_path: Path) -> None:
    line = b'{"id": "a", "text": "x", "published": "2007-10-12"}'
    assert run("verify", "--batch", "-", "--as-of", "2020", "--output", tmp_path / "out", stdin=line).out == ""
    document = json.loads((tmp_path / "out").read_text())["response"]["document"]
    assert (document["published"], document["as_of"]) == ("2007-10-12", "2020-12-31")


def test_several_processes_give_the_same_answers_in_the_same_order(
    run: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [TEXT, "CRASH", "x" * 500, "", TEXT] * 40
    lines = [json.dumps({"id": number, "text": text}).encode() for number, text in enumerate(texts)]
    content = b"\n".join([*lines[:50], b"{nonsense", b"", *lines[50:]])
    alone = run("verify", "--batch", "-", stdin=content).out
    for most in (1, 7, 1_000):
        monkeypatch.setattr(processes, "_MOST_LINES", most)
        assert run("verify", "--batch", "-", "--processes", "3", stdin=content).out == alone


@pytest.mark.parametrize("content", [b"", b"\n", b'{"id": 1, "text": ""}'])
def test_fewer_lines_than_processes_are_answered_too(run: RunCommand, content: bytes) -> None:
    alone = run("verify", "--batch", "-", stdin=content)
    assert run("verify", "--batch", "-", "--processes", "4", stdin=content) == alone


def test_a_process_that_is_killed_ends_the_batch_with_status_2(
    run: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = os.getpid()
    monkeypatch.setattr(batch, "report_to_dict", lambda _: {} if os.getpid() == parent else os._exit(9))
    outcome = run("verify", "--batch", "-", "--processes", "2", stdin=b'{"id": 1, "text": "x"}\n' * 3)
    assert (outcome.status, len(outcome.out.splitlines())) == (2, 1)
    assert outcome.err == "treatycheck: a process of the batch was killed\n"
