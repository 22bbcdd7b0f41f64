"""Audits that end in the middle, workers that die, disks that fill up: the findings are those of a quiet audit."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.audit.archives import write_archive
from tests.audit.changing import store_with, with_value
from tests.audit.running import LATER, RIGHT, WRONG, Auditor, PoolHere, lines
from treatycheck.audit.local import runner
from treatycheck.audit.local.database import Database
from treatycheck.audit.local.state import State
from treatycheck.audit.local.tasks import Answer, Chunk, JudgeTask, ReadTask, Starting, Task
from treatycheck.errors import InvalidInput, StateUnavailable


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


def interrupt_in_the_middle(auditor: Auditor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begins an audit that ends once 60 articles of an object are done."""

    def stop(task: Task, answer: Answer | None) -> bool:
        if isinstance(answer, Chunk) and answer.reached > 60:
            raise Interrupted
        return False

    monkeypatch.setattr(runner, "_COMMIT_SECONDS", 0.0)
    monkeypatch.setattr(PoolHere, "dies", staticmethod(stop))
    with pytest.raises(Interrupted):
        auditor()
    monkeypatch.setattr(PoolHere, "dies", staticmethod(lambda task, answer: False))


def test_an_object_goes_on_where_it_was(auditor: Auditor, monkeypatch: pytest.MonkeyPatch) -> None:
    path = auditor.folder / "a.jsonl"
    path.write_text(lines(*[WRONG, RIGHT, LATER] * 30))
    expected = Auditor(auditor.folder, auditor.state.with_name("other"))()

    interrupt_in_the_middle(auditor, monkeypatch)
    found = auditor(resume=True)
    assert found == expected
    with State(str(auditor.state)).database.connection as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (90,)


def test_an_object_that_changed_before_the_audit_went_on_is_read_anew(
    auditor: Auditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = auditor.folder / "a.jsonl"
    path.write_text(lines(*[WRONG] * 90))

    interrupt_in_the_middle(auditor, monkeypatch)
    path.write_text(lines(RIGHT, LATER))
    assert auditor(resume=True).refuted() == ["adopted on 11 December 1998"]


@pytest.mark.parametrize("resume", [True, False])
def test_what_is_gone_before_an_ended_audit_goes_on_is_not_reported(
    auditor: Auditor, monkeypatch: pytest.MonkeyPatch, resume: bool
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (auditor.folder / name).write_text(WRONG)
    auditor()
    for name in ("a.txt", "b.txt", "c.txt"):
        (auditor.folder / name).write_text(WRONG + " " + LATER)

    def stop(task: Task, answer: Answer | None) -> bool:
        if isinstance(task, ReadTask) and task.object.key.endswith("c.txt"):
            raise Interrupted
        return False

    monkeypatch.setattr(runner, "_COMMIT_SECONDS", 0.0)
    monkeypatch.setattr(PoolHere, "dies", staticmethod(stop))
    with pytest.raises(Interrupted):
        auditor(workers=1)
    monkeypatch.setattr(PoolHere, "dies", staticmethod(lambda task, answer: False))
    (auditor.folder / "a.txt").unlink()
    found = auditor(resume=resume)
    assert found.refuted("new") == ["adopted on 11 December 1998"] * 2
    assert found.refuted("unchanged") == ["signed on 8 December 1986"] * 2
    assert found.refuted("fixed") == ["signed on 8 December 1986"]
    assert found.counts.objects == 2


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


def test_there_is_nothing_to_resume_where_all_is_done(auditor: Auditor) -> None:
    auditor()
    with pytest.raises(InvalidInput, match="no unfinished audit"):
        auditor(resume=True)
