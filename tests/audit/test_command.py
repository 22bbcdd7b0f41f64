"""`treatycheck audit` as its users call it."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.audit.running import Auditor, PoolHere
from treatycheck.audit.finding import finding_id
from treatycheck.audit.local.progress import Progress
from treatycheck.cli.main import main
from treatycheck.cli.progress import ProgressLine, progress_text

WRONG = "The INF Treaty was signed on 8 December 1986."
RIGHT = "The INF Treaty was signed on 8 December 1987."

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(auditor: Auditor, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command in the folder above the archive, all in this process."""
    monkeypatch.chdir(auditor.folder.parent)

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(["audit", *arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return run


@pytest.fixture
def folder(auditor: Auditor) -> Path:
    (auditor.folder / "2007-10-12.txt").write_text(f"{WRONG} {RIGHT}")
    (auditor.folder / "picture.txt").write_bytes(b"\x89PNG\x00")
    return auditor.folder


def test_a_folder_is_audited_and_reported(command: Command, folder: Path) -> None:
    status, out, err = command("archive")
    assert (status, err) == (1, "")
    assert "archive/2007-10-12.txt · 2007-10-12 (name)\n  REFUTED  Intermediate" in out
    assert "    The INF Treaty was [signed on 8 December 1986].\n" in out
    assert "    write instead: 8 December 1987\n" in out
    assert "Not audited:\n  archive/picture.txt: holds something else than text (not_text)\n" in out
    assert "2 objects (0 unchanged), 1 documents, claims: 1 supported, 1 refuted, 0 not enough info\n" in out
    assert "SUPPORTED" not in out


def test_the_status_tells_what_one_wants_to_know(command: Command, folder: Path) -> None:
    assert command("archive", "--fail-on", "none")[0] == 0
    assert command("archive", "--fail-on", "refuted")[0] == 1
    assert command("archive", "--fail-on", "refuted", "--since-last")[0] == 0
    (folder / "2007-10-12.txt").write_text(RIGHT)
    assert command("archive")[0] == 0
    assert command("archive", "--fail-on", "failure")[0] == 1


def test_since_last_lists_only_what_is_new_changed_or_fixed(command: Command, folder: Path) -> None:
    command("archive")
    (folder / "new.txt").write_text("New START entered into force on 5 February 2010.")
    status, out, _ = command("archive", "--since-last")
    assert status == 1
    assert "new.txt" in out and "2007-10-12.txt" not in out
    assert "refuted: 1 new, 1 unchanged" in out


def test_the_last_audit_can_be_reported_again_in_all_formats(command: Command, folder: Path) -> None:
    command("archive")
    for name, begin in (
        ("html", "<!DOCTYPE html>"),
        ("sarif", '{"$schema"'),
        ("csv", "id,state"),
        ("text", "archive/"),
    ):
        status, out, _ = command("--report", "--format", name)
        assert (status, out.startswith(begin)) == (1, True)
        assert "new" in out


def test_json_lines_hold_findings_failures_and_the_sums(command: Command, folder: Path) -> None:
    records = [json.loads(line) for line in command("archive", "--format", "jsonl", "--all")[1].splitlines()]
    assert [record["type"] for record in records] == ["finding", "finding", "failure", "summary"]
    wrong = records[0]
    assert wrong["id"] == finding_id("archive/2007-10-12.txt", "", wrong["claim_id"])
    assert wrong["document"]["published"] == "2007-10-12"
    assert wrong["verdict"]["correction"] == "8 December 1987"
    assert records[3]["labels"] == {"supported": 1, "refuted": 1, "not_enough_info": 0}
    assert records[3]["counts"]["objects"] == 2


def test_ignored_findings_are_suppressed_and_do_not_fail(command: Command, folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(command("archive", "--format", "csv")[1])))
    ignore = folder.parent / "ignore.txt"
    ignore.write_text(f"{rows[0]['id']}  # our own joke\n")
    status, out, _ = command("archive", "--format", "csv", "--ignore", str(ignore))
    assert (status, [row["state"] for row in csv.DictReader(io.StringIO(out))]) == (0, ["suppressed", "failure"])


def test_globs_and_files_name_what_is_audited(command: Command, folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "a.txt").write_text(WRONG)
    assert "1 objects" in command("archive/*/*.txt", "--state", "a")[1]
    assert "2 objects" in command("archive/2007-10-12.txt", "archive/deep/a.txt", "--state", "b")[1]
    assert "3 objects" in command("archive", "archive/deep", "--state", "c")[1]


def test_hidden_files_are_passed_over_and_odd_names_are_kept(command: Command, folder: Path) -> None:
    (folder / ".hidden").write_text(WRONG)
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(WRONG)
    (folder / "sp ace é.txt").write_text(WRONG)
    out = command("archive")[1]
    assert "archive/sp ace é.txt" in out and "archive/caf\\xe9.txt" in out
    assert "hidden" not in out


def test_the_report_goes_into_a_file_only_when_it_is_whole(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = folder.parent / "report.html"
    assert command("archive", "--format", "html", "--output", str(report))[0] == 1
    before = report.read_text()

    def broken(content: object) -> object:
        yield "half"
        raise OSError(28, "No space left on device")

    from treatycheck.audit.report import formats

    monkeypatch.setattr(formats, "REPORTS", {"html": broken})
    assert command("--report", "--format", "html", "--output", str(report))[0] == 2
    assert report.read_text() == before
    assert sorted(path.name for path in folder.parent.iterdir() if path.name.startswith("report")) == ["report.html"]


def test_state_and_report_are_none_of_the_archive(command: Command, folder: Path) -> None:
    for _ in range(2):
        _, _, err = command(
            "archive", "--state", "archive/state", "--format", "html", "--output", "archive/report.html"
        )
        assert err == ""
    assert "2 objects (2 unchanged)" in command("--report", "--state", "archive/state")[1]


def test_a_report_goes_through_links_and_into_what_is_no_file(command: Command, folder: Path) -> None:
    target, link, pipe = (folder.parent / name for name in ("target", "link", "pipe"))
    target.write_text("old")
    link.symlink_to(target)
    command("archive", "--output", str(link))
    assert link.is_symlink() and "audit 1" in target.read_text()
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    command("--report", "--output", str(pipe))
    assert pipe.is_fifo() and b"audit 1" in os.read(reader, 100_000)
    os.close(reader)


def test_a_report_for_the_standard_output_by_its_path_is_written_there(command: Command, folder: Path) -> None:
    _, out, _ = command("archive", "--output", "/dev/stdout")
    assert "audit 1" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "what is to be audited?"),
        (["nowhere"], "nowhere: nothing is there"),
        (["archive", "--published-pattern", "("], "has YYYY once"),
        (["archive", "--resume"], "--resume takes no paths: the state knows"),
        (["--report", "--state", "nowhere"], "nowhere: there is no such state"),
        (["--resume", "--state", "nowhere"], "nowhere: there is no such state"),
        (["archive", "--state", ""], "--state needs the name of a file"),
        (["archive", "--ignore", "nowhere"], "nowhere: No such file"),
        (["archive", "--output", "no/where"], "no/where: there is no such folder"),
        (["archive", "--output", "archive"], "archive is a folder"),
        (["archive", "--workers", "0"], "no number of processes"),
        (["archive", "--state", "no/where"], "there is no folder no"),
        (["s3://"], "no address such as s3://bucket/prefix"),
    ],
)
def test_bad_use_is_told_before_anything_is_audited(
    command: Command, auditor: Auditor, arguments: list[str], told: str
) -> None:
    status, out, err = command(*arguments)
    assert (status, out) == (2, "")
    assert told in err
    assert not Path("nowhere").exists()


def test_a_state_without_an_audit_has_none_to_go_on_with_or_report(command: Command, auditor: Auditor) -> None:
    command("nowhere", "--state", "empty")
    assert "there is no audit to resume" in command("--resume", "--state", "empty")[2]
    assert "there is no audit to report" in command("--report", "--state", "empty")[2]


def test_of_many_paths_the_report_names_a_few(command: Command, folder: Path) -> None:
    for number in range(8):
        (folder / f"{number}.txt").write_text(RIGHT)
    out = command(*(f"archive/{number}.txt" for number in range(8)), "--format", "jsonl")[1]
    title = json.loads(out.splitlines()[-1])["title"]
    assert title == "archive/0.txt, archive/1.txt, archive/2.txt, archive/3.txt, archive/4.txt and 3 more"


def test_an_interrupted_audit_says_how_to_go_on(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(task: object, answer: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(PoolHere, "dies", staticmethod(interrupt))
    status, out, err = command("archive", "--as-of", "2012-01-01", "--state", "my state")
    assert (status, out) == (130, "")
    assert err == "treatycheck: interrupted; go on with: treatycheck audit --state 'my state' --resume\n"
    monkeypatch.setattr(PoolHere, "dies", staticmethod(lambda task, answer: False))
    status, out, _ = command("--resume", "--state", "my state")
    assert status == 1
    assert "audit 1 of 2012-01-01" in out


def test_on_a_terminal_a_bar_shows_rate_and_time_left() -> None:
    progress = Progress(objects=200, bytes=2_000, objects_done=50, bytes_done=500, bytes_read=400, judged=80)
    assert progress_text(progress, 40.0, bar=True) == (
        "█████░░░░░░░░░░░░░░░  25%  50 of 200 objects, 2.0 articles/s, 2 min 30 s left"
    )
    assert "left" not in progress_text(progress, 1.0, bar=True)
    progress.bytes_read = 4
    assert progress_text(progress, 40.0, bar=False).endswith("4 h 10 min left")


def test_elsewhere_lines_come_seldom() -> None:
    told = io.StringIO()
    with ProgressLine(told) as line:
        for _ in range(100):
            line.watch(Progress())
    assert told.getvalue() == ""
