"""The programs that are measured, each behind a pipe in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import ROOT, with_bytecode
from benchmarks.peer_environment import peer_python


@dataclass(frozen=True, slots=True)
class Entry:
    """A program: the module and the function that makes it, whether of the peers' environment."""

    told: str
    module: str
    name: str
    peer: bool = False


OURS = Entry("Treatycheck", "benchmarks.ours", "verifying")
OUR_ANSWERS = Entry("Treatycheck's handler", "benchmarks.ours", "answering")
OUR_DATES = Entry("`treatycheck dates`", "benchmarks.ours", "dating")
REGEX = Entry("compiled regex", "benchmarks.yardstick", "one_pass")
ENTITY_RULER = Entry("spaCy `EntityRuler`", "benchmarks.peers", "entity_ruler", peer=True)
PHRASE_MATCHER = Entry("spaCy `PhraseMatcher`", "benchmarks.peers", "phrase_matcher", peer=True)
DATEPARSER = Entry("`dateparser.search`", "benchmarks.peers", "dateparser_search", peer=True)
RECOGNIZERS = Entry("recognizers-text", "benchmarks.peers", "recognizers", peer=True)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a program took of a processor for each document, how many bytes they had, what it found, and how many
    kilobytes of memory it had at most, from its beginning on."""

    seconds: Sequence[float]
    bytes: int
    found: int
    peak: int

    @property
    def rate(self) -> float:
        """Bytes a second."""
        return self.bytes / max(sum(self.seconds), 1e-9)


class Contender:
    """A running program; `ready` is what it took of a processor till it was. Raises RuntimeError where it has ended."""

    def __init__(self, entry: Entry, process: subprocess.Popen[str]) -> None:
        self.entry = entry
        self._process = process
        self.ready: float = self._answer()["ready"]

    def run(self, file: Path, characters: int | None = None) -> Taken:
        """Goes through the documents of a file, up to so many characters."""
        assert self._process.stdin is not None
        print(json.dumps({"file": str(file), "characters": characters}), file=self._process.stdin, flush=True)
        return Taken(**self._answer())

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.entry.told} has ended")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def contenders(entries: Sequence[Entry], names: Path, peers: bool) -> Iterator[Mapping[Entry, Contender]]:
    """The programs, the peers only where they are wanted; they look for the names that a file lists."""
    with ExitStack() as stack:
        yield {entry: stack.enter_context(_running(entry, names)) for entry in entries if peers or not entry.peer}


@contextmanager
def _running(entry: Entry, names: Path) -> Iterator[Contender]:
    paths = [ROOT] if entry.peer else [ROOT, ROOT / "shared"]
    python = peer_python() if entry.peer else Path(sys.executable)
    command = [str(python), "-m", "benchmarks.contender", entry.module, entry.name, str(names)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=with_bytecode(paths), cwd=ROOT) as process:
        try:
            yield Contender(entry, process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
