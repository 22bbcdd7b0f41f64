"""Audits one after the other: nothing lost, nothing twice, whatever dies in between."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.audit.archives import POISON, objects, write_archive
from tests.audit.changing import store_with, with_value
from tests.audit.running import Auditor, Outcome, PoolHere
from treatycheck.audit.archive import Settings
from treatycheck.audit.local import runner
from treatycheck.audit.local.database import Database
from treatycheck.audit.local.folders import Folders
from treatycheck.audit.local.state import State
from treatycheck.audit.local.tasks import Answer, Chunk, JudgeTask, ReadTask, Starting, Task
from treatycheck.errors import InvalidInput, StateUnavailable

WRONG = "The INF Treaty was signed on 8 December 1986."
RIGHT = "The INF Treaty was signed on 8 December 1987."
LATER = "The Kyoto Protocol was adopted on 11 December 1998."


def lines(*texts: str) -> str:
    return "".join(json.dumps({"id": f"s{n}", "text": text}) + "\n" for n, text in enumerate(texts))


def test_an_audit_finds_what_is_wrong_and_lists_what_it_could_not_read(auditor: Auditor) -> None:
    write_archive(auditor.folder, 24)
    found = auditor()
    assert found.refuted("new")
    told = {key.removeprefix(f"{auditor.folder}/"): failure.problem.value for key, failure in found.failures}
    assert told == {name: problem for name, (_, problem) in POISON.items()}
    assert found.counts.judged == 24 + 2


def test_unchanged_objects_are_not_read_again(auditor: Auditor) -> None:
    write_archive(auditor.folder, 12)
    first, second = auditor(), auditor()
    assert (second.counts.read, second.counts.judged, second.counts.unchanged) == (0, 0, first.counts.objects)
    assert second.refuted("unchanged") == first.refuted("new")
    assert second.failures == first.failures


def test_an_object_whose_time_alone_changed_is_not_judged_again(auditor: Auditor) -> None:
    path = auditor.folder / "a.txt"
    path.write_text(WRONG)
    auditor()
    os.utime(path, (1, 1))
    found = auditor()
    assert (found.counts.unchanged, found.counts.judged) == (1, 0)
    assert auditor().counts.unchanged == 1


def test_what_is_new_changed_and_fixed_is_told_against_the_last_audit(auditor: Auditor) -> None:
    for name, text in (("a.txt", WRONG), ("b.txt", WRONG), ("c.txt", WRONG)):
        (auditor.folder / name).write_text(text)
    auditor()
    (auditor.folder / "a.txt").write_text(RIGHT)
    (auditor.folder / "b.txt").unlink()
    (auditor.folder / "d.txt").write_text(LATER)
    found = auditor()
    states = {document.key[-5:]: [str(f.state) for f in document.findings] for document in found.documents}
    assert states == {"a.txt": ["new", "fixed"], "b.txt": ["fixed"], "c.txt": ["unchanged"], "d.txt": ["new"]}
    assert found.counts.departed == 1
    later = auditor()
    assert sorted(later.refuted("unchanged")) == sorted(["signed on 8 December 1986", "adopted on 11 December 1998"])
    assert later.refuted("fixed") == []


def test_articles_that_leave_an_object_are_gone_only_where_all_of_it_could_be_read(auditor: Auditor) -> None:
    path = auditor.folder / "a.jsonl"
    path.write_text(lines(WRONG, LATER))
    auditor()
    path.write_text(lines(WRONG) + "{oops\n")
    assert auditor().refuted("fixed") == []
    path.write_text(lines(WRONG))
    assert auditor().refuted("fixed") == ["adopted on 11 December 1998"]


def test_findings_outside_of_the_paths_stay_as_they_are(auditor: Auditor) -> None:
    for name in ("one/a.txt", "two/a.txt"):
        (auditor.folder / name).parent.mkdir()
        (auditor.folder / name).write_text(WRONG)
    auditor()
    found = auditor(archive=Folders([str(auditor.folder / "one")]))
    assert (len(found.refuted("unchanged")), found.refuted("fixed")) == (1, [])
    assert len(auditor().refuted("unchanged")) == 2


def test_other_settings_read_everything_again(auditor: Auditor) -> None:
    (auditor.folder / "12102007.txt").write_text(WRONG)
    assert auditor().documents[0].published is None
    found = auditor(settings=Settings(name_pattern=r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4})"))
    assert (found.counts.read, found.documents[0].published) == (1, date(2007, 10, 12))


def test_the_report_does_not_depend_on_the_number_of_workers(auditor: Auditor, tmp_path: Path) -> None:
    write_archive(auditor.folder, 16)
    expected = auditor(workers=1)
    for workers in (2, 5):
        other = Auditor(auditor.folder, tmp_path / f"state-{workers}")
        assert other(workers=workers) == expected


def test_a_large_object_is_read_by_all_workers(auditor: Auditor, monkeypatch: pytest.MonkeyPatch) -> None:
    (auditor.folder / "a.jsonl").write_text(lines(*[WRONG, RIGHT, LATER] * 4) + "{oops\n")
    expected = auditor()
    monkeypatch.setattr(runner, "_SLICED_FROM", 1)
    given: list[int] = []

    def note(task: Task, answer: Answer | None) -> bool:
        if answer is None and isinstance(task, ReadTask):
            given.append(task.slice)
        return False

    monkeypatch.setattr(PoolHere, "dies", staticmethod(note))
    other = Auditor(auditor.folder, auditor.state.with_name("other"))
    assert other(workers=3) == expected
    assert sorted(given) == [0, 1, 2]


# --- facts that change


def test_only_documents_that_rely_on_a_changed_fact_are_judged_again(auditor: Auditor) -> None:
    for name, text in (("a.txt", WRONG), ("b.txt", LATER), ("c.txt", RIGHT), ("d.txt", "Nothing.")):
        (auditor.folder / name).write_text(text)
    auditor()
    changed = store_with(with_value("inf-treaty/signed", "1986-12-08"))
    found = auditor(store=lambda: changed)
    assert (found.counts.read, found.counts.judged, found.counts.rejudged) == (0, 0, 2)
    told = [(d.key[-5:], f.label.value, f.state.value) for d in found.documents for f in d.findings]
    assert told == [
        ("a.txt", "supported", "changed"),
        ("b.txt", "refuted", "unchanged"),
        ("c.txt", "refuted", "changed"),
    ]


def test_judging_again_gives_what_reading_everything_again_would(auditor: Auditor, tmp_path: Path) -> None:
    write_archive(auditor.folder, 30)
    auditor()
    chance = random.Random(3)
    changed = store_with(lambda record: None if chance.random() < 0.02 else record)
    again = auditor(store=lambda: changed)
    anew = Auditor(auditor.folder, tmp_path / "anew")(store=lambda: changed)
    assert 0 < again.counts.rejudged < 30
    assert again.counts.read == 0
    assert verdicts(again) == verdicts(anew)


def verdicts(outcome: Outcome) -> list[object]:
    """All but the states."""
    return [
        (document.key, document.part, finding.claim_id, finding.ruling, finding.explanation, finding.facts)
        for document in outcome.documents
        for finding in document.findings
        if finding.state.value != "fixed"
    ]


def test_articles_without_a_date_are_judged_as_of_each_day(auditor: Auditor) -> None:
    (auditor.folder / "a.txt").write_text("New START is in force.")
    (auditor.folder / "2012-01-01.txt").write_text("New START is in force.")
    before = auditor(today=date(2015, 1, 1))
    after = auditor(today=date(2026, 6, 1))
    assert after.counts.rejudged == 1
    assert [d.as_of for d in after.documents] == [date(2012, 1, 1), date(2026, 6, 1)]
    assert [f.state.value for d in after.documents for f in d.findings] == ["unchanged", "changed"]
    assert before.refuted() == []


# --- what dies


class Interrupted(Exception):
    """What ends an audit in the middle, as Ctrl-C does."""


def test_an_audit_that_ended_in_the_middle_goes_on_and_ends_alike(
    auditor: Auditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_archive(auditor.folder, 40)
    expected = Auditor(auditor.folder, tmp_path / "undisturbed")()
    chance = random.Random(5)

    def ends(task: Task, answer: Answer | None) -> bool:
        if chance.random() < 0.05:
            raise Interrupted
        return False

    monkeypatch.setattr(PoolHere, "dies", staticmethod(ends))
    for commit_seconds in (0.0, 0.005):
        monkeypatch.setattr(runner, "_COMMIT_SECONDS", commit_seconds)
        other = Auditor(auditor.folder, tmp_path / f"state-{commit_seconds}")
        ended = 0
        while True:
            try:
                found = other(resume=ended > 0)
                break
            except Interrupted:
                ended += 1
        assert ended > 2
        assert (found, found.counts) == (expected, expected.counts)


def test_an_object_goes_on_where_it_was(auditor: Auditor, monkeypatch: pytest.MonkeyPatch) -> None:
    path = auditor.folder / "a.jsonl"
    path.write_text(lines(*[WRONG, RIGHT, LATER] * 30))
    expected = Auditor(auditor.folder, auditor.state.with_name("other"))()

    def stop(task: Task, answer: Answer | None) -> bool:
        if isinstance(answer, Chunk) and answer.reached > 60:
            raise Interrupted
        return False

    monkeypatch.setattr(runner, "_COMMIT_SECONDS", 0.0)
    monkeypatch.setattr(PoolHere, "dies", staticmethod(stop))
    with pytest.raises(Interrupted):
        auditor()
    monkeypatch.setattr(PoolHere, "dies", staticmethod(lambda task, answer: False))
    found = auditor(resume=True)
    assert found == expected
    with State(str(auditor.state)).database.connection as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (90,)


def test_an_object_that_changed_before_the_audit_went_on_is_read_anew(
    auditor: Auditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = auditor.folder / "a.jsonl"
    path.write_text(lines(*[WRONG] * 90))

    def stop(task: Task, answer: Answer | None) -> bool:
        if isinstance(answer, Chunk) and answer.reached > 60:
            raise Interrupted
        return False

    monkeypatch.setattr(runner, "_COMMIT_SECONDS", 0.0)
    monkeypatch.setattr(PoolHere, "dies", staticmethod(stop))
    with pytest.raises(Interrupted):
        auditor()
    monkeypatch.setattr(PoolHere, "dies", staticmethod(lambda task, answer: False))
    path.write_text(lines(RIGHT, LATER))
    assert auditor(resume=True).refuted() == ["adopted on 11 December 1998"]


def test_workers_that_die_now_and_then_change_nothing(
    auditor: Auditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_archive(auditor.folder, 30)
    expected = Auditor(auditor.folder, tmp_path / "undisturbed")()
    chance = random.Random(11)
    deaths = Counter[str]()

    def dies(task: Task, answer: Answer | None) -> bool:
        dead = chance.random() < 0.15 and not getattr(task, "careful", False)
        deaths[type(task).__name__] += dead
        return dead

    monkeypatch.setattr(PoolHere, "dies", staticmethod(dies))
    found = auditor()
    assert deaths["ReadTask"] > 3
    assert found == expected


def test_an_article_at_which_workers_die_is_a_failure_and_loses_no_other(
    auditor: Auditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    (auditor.folder / "a.jsonl").write_text(lines(WRONG, RIGHT, LATER, WRONG))
    (auditor.folder / "b.txt").write_text(WRONG)
    began: list[str] = []

    def dies(task: Task, answer: Answer | None) -> bool:
        if isinstance(answer, Starting):
            began.append(answer.part)
        in_it = isinstance(answer, Chunk) and any(position == 2 for position, _ in answer.items)
        return in_it and isinstance(task, ReadTask) and task.object.key.endswith("a.jsonl")

    monkeypatch.setattr(PoolHere, "dies", staticmethod(dies))
    found = auditor()
    assert [(key[-7:], failure.part, failure.problem.value) for key, failure in found.failures] == [
        ("a.jsonl", "s2", "crashed")
    ]
    assert len(found.refuted()) == 3
    assert began == ["s0", "s1", "s2", "s2", "s3"]
    monkeypatch.setattr(PoolHere, "dies", staticmethod(lambda task, answer: False))
    assert (len(auditor().refuted()), auditor().failures) == (4, [])


def test_an_object_at_which_workers_die_before_its_first_article_is_a_failure(
    auditor: Auditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    (auditor.folder / "a.txt").write_text(WRONG)
    (auditor.folder / "b.txt").write_text(WRONG)
    monkeypatch.setattr(
        PoolHere, "dies", staticmethod(lambda task, answer: task.object.key.endswith("a.txt") and answer is not None)
    )
    found = auditor()
    assert [(key[-5:], failure.problem.value) for key, failure in found.failures] == [("a.txt", "crashed")]
    assert len(found.refuted()) == 1


def test_a_document_at_which_workers_die_judging_again_is_a_failure_until_it_is_read(
    auditor: Auditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (auditor.folder / name).write_text(WRONG)
    auditor()
    changed = store_with(with_value("inf-treaty/signed", "1986-12-08"))
    monkeypatch.setattr(
        PoolHere,
        "dies",
        staticmethod(lambda task, answer: isinstance(task, JudgeTask) and 2 in dict(task.documents)),
    )
    found = auditor(store=lambda: changed)
    assert [(key[-5:], failure.problem.value) for key, failure in found.failures] == [("b.txt", "not_judged")]
    assert found.counts.rejudged == 2
    monkeypatch.setattr(PoolHere, "dies", staticmethod(lambda task, answer: False))
    after = auditor(store=lambda: changed)
    assert (after.failures, after.refuted(), after.counts.read) == ([], [], 1)


def test_a_full_disk_leaves_a_state_that_goes_on(
    auditor: Auditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_archive(auditor.folder, 30)
    expected = Auditor(auditor.folder, tmp_path / "undisturbed")()
    monkeypatch.setattr(runner, "_COMMIT_SECONDS", 0.0)
    begun, pages = Database.__init__, [12]

    def small(self: Database, path: str) -> None:
        begun(self, path)
        self.connection.execute(f"PRAGMA max_page_count = {pages[0]}")

    monkeypatch.setattr(Database, "__init__", small)
    full = 0
    while True:
        try:
            found = auditor()
            break
        except StateUnavailable as error:
            assert "the disk is full" in error.detail
            full, pages[0] = full + 1, pages[0] + 15
    assert full > 2
    assert found == expected


def test_a_state_that_is_in_use_is_refused(auditor: Auditor) -> None:
    state = State(str(auditor.state))
    with pytest.raises(StateUnavailable, match="in use by another audit"):
        auditor()
    state.close()


@pytest.mark.parametrize("content", [b"not a database at all, whatever it is", b"SQLite format 3\x00"])
def test_a_file_that_is_no_state_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(StateUnavailable):
        State(str(path))
    assert path.read_bytes() == content


def test_a_database_of_others_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
    with pytest.raises(StateUnavailable, match="no state of an audit"):
        State(str(path))


def test_there_is_nothing_to_resume_where_all_is_done(auditor: Auditor) -> None:
    auditor()
    with pytest.raises(InvalidInput, match="no unfinished audit"):
        auditor(resume=True)


def test_generated_archives_are_the_same_each_time() -> None:
    assert list(objects(20)) == list(objects(20))
