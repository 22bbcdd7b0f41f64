"""Real processes that are killed at random moments, and a disk that is full: the report is that of a quiet run."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audit.archives import write_archive
from treatycheck.audit.local.state import opened_state

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
# `make audit-proof ARTICLES=20000`
ARTICLES = int(os.environ.get("AUDIT_ARTICLES", "200"))
KILLS = max(5, ARTICLES // 1000)
FULL = "the disk is full; the state is whole"


class Audits:
    """Audits of one archive as processes, in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seconds = 0.0

    def start(self, state: str, *, workers: int = 2) -> subprocess.Popen[str]:
        """Begins an audit, goes on with it, or only reports it, as far as it is."""
        done = self.is_done(state)
        what = ["archive", "--as-of", "2026-06-01"] if done is None else ["--report"] if done else ["--resume"]
        command = [sys.executable, "-m", "treatycheck.cli", "audit", *what, "--state", state, "--workers", str(workers)]
        return subprocess.Popen(
            [*command, "--format", "jsonl", "--output", f"{Path(state).name}.jsonl", "--all"],
            cwd=self.folder,
            env=os.environ | {"PYTHONPATH": str(ROOT / "shared")},
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def finished(self, state: str, *, workers: int = 2) -> tuple[int, str]:
        """Status and messages of an audit that is left alone."""
        process = self.start(state, workers=workers)
        messages = told(process)
        return process.returncode, messages

    def is_done(self, state: str) -> bool | None:
        """Whether the audit in a state that no process has open is finished; None where none is begun."""
        with opened_state(str(self.folder / state)) as opened:
            last = opened.last()
        return last.finished if last else None

    def report(self, state: str) -> str:
        return (self.folder / f"{Path(state).name}.jsonl").read_text()


def told(process: subprocess.Popen[str]) -> str:
    """What an audit says beside how far it is, once it has ended."""
    _, messages = process.communicate()
    return "".join(line for line in messages.splitlines(keepends=True) if " objects" not in line)


@pytest.fixture(scope="module")
def audits(tmp_path_factory: pytest.TempPathFactory) -> Audits:
    """Audits of an archive that one audit has gone through undisturbed, into the state `quiet`."""
    folder = tmp_path_factory.mktemp("audits")
    write_archive(folder / "archive", ARTICLES)
    made = Audits(folder)
    started = time.monotonic()
    assert made.finished("quiet") == (1, "")
    made.seconds = time.monotonic() - started
    return made


def workers_of(process: subprocess.Popen[str]) -> Iterator[int]:
    """The worker processes of an audit."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for pid in map(int, children.read_text().split() if children.exists() else ()):
        try:
            if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
                yield pid
        except OSError:
            continue


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_kills_at_random_moments_change_nothing(audits: Audits) -> None:
    chance, state = random.Random(7), "killed"
    killed = Counter[str]()
    process = audits.start(state)
    while killed.total() < KILLS:
        time.sleep(chance.uniform(0.2, 2 * audits.seconds / KILLS))
        if process.poll() is not None:
            break
        kind = chance.choice(["parent", "parent", "worker", "interrupted"])
        killed[kind] += 1
        if kind == "worker":
            if workers := list(workers_of(process)):
                os.kill(chance.choice(workers), signal.SIGKILL)
            continue
        if kind == "interrupted":
            # as a terminal does: to all processes
            os.killpg(process.pid, signal.SIGINT)
        else:
            process.kill()
        assert "spawn" not in told(process)
        process = audits.start(state)
    assert told(process) == ""
    assert process.returncode == 1
    assert killed.total() >= min(KILLS, 3), killed
    assert audits.report(state) == audits.report("quiet")


def test_the_workers_of_a_killed_audit_end(audits: Audits) -> None:
    process = audits.start("orphans")
    deadline = time.monotonic() + 60
    while not (workers := list(workers_of(process))) and time.monotonic() < deadline:
        time.sleep(0.1)
    process.kill()
    process.communicate()
    assert workers
    while any(Path(f"/proc/{pid}").exists() and not is_zombie(pid) for pid in workers):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def is_zombie(pid: int) -> bool:
    try:
        return ") Z " in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True


def test_the_number_of_processes_changes_nothing(audits: Audits) -> None:
    assert audits.finished("alone", workers=1) == (1, "")
    assert audits.report("alone") == audits.report("quiet")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 300 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_disk_that_fills_up_leaves_a_state_that_goes_on(audits: Audits, small_disk: Path) -> None:
    state = str(small_disk / "filled")
    status, messages = audits.finished(state)
    assert (status, FULL in messages) == (2, True)
    subprocess.run(["mount", "-o", f"remount,size={100 * ARTICLES}k", small_disk], check=True)
    assert audits.finished(state) == (1, "")
    assert audits.report(state) == audits.report("quiet")
