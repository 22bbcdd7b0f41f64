"""Audits one after the other: nothing lost, nothing twice, whatever dies in between."""

from __future__ import annotations

import os
import random
from datetime import date
from pathlib import Path

import pytest

from tests.audit.archives import POISON, objects, write_archive
from tests.audit.changing import store_with, with_value
from tests.audit.running import LATER, RIGHT, WRONG, Auditor, Outcome, PoolHere, lines
from treatycheck.audit.archive import Settings
from treatycheck.audit.local import runner
from treatycheck.audit.local.folders import Folders
from treatycheck.audit.local.tasks import Answer, ReadTask, Task


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
    found = auditor(settings=Settings(name_pattern="DDMMYYYY"))
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


def test_generated_archives_are_the_same_each_time() -> None:
    assert list(objects(20)) == list(objects(20))
