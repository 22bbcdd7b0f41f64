"""A command line whose engine is a stand-in: it refutes each text that holds the marked sentence."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from types import ModuleType, SimpleNamespace

import pytest

from tests.reports import BETWEEN, FACT, TEXT, WITHDREW, judged, report
from treatycheck.cli.main import main
from treatycheck.errors import UnknownTreaty
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.store import FactStore, ReferenceVersion
from treatycheck.mentions import entities
from treatycheck.model import Document, Fact, Report, Treaty

INF = Treaty("inf-treaty", "INF Treaty", "Treaty …", "bilateral", "missiles", 1987, ("INF Treaty",), ("INF",))
NEW_START = Treaty("new-start", "New START", "Treaty …", "bilateral", "warheads", 2010, ("New START",))


class SmallStore:
    """Two treaties and three facts."""

    def reference(self) -> ReferenceVersion:
        return ReferenceVersion("0123456789abcdef", 2, 3)

    def treaties(self) -> tuple[Treaty, ...]:
        return (INF, NEW_START)

    def treaty(self, treaty_id: str) -> Treaty:
        for treaty in self.treaties():
            if treaty.id == treaty_id:
                return treaty
        raise UnknownTreaty(f"no treaty has the id {treaty_id!r}")

    def facts(self, treaty_ids: object) -> dict[str, tuple[Fact, ...]]:
        return {"new-start": (), "inf-treaty": (BETWEEN, FACT, WITHDREW)}


def verify(document: Document, store: FactStore, today: date) -> Report:
    """Stands in for the engine: one refuted claim in the known sentence, a crash on the word CRASH."""
    if document.text == "CRASH":
        raise IndexError("nothing here")
    claims = (judged(document.text),) if TEXT in document.text else ()
    return report(document.text, *claims)._replace(
        document=document, as_of=document.as_of or document.published or today
    )


def explain(document: Document, store: FactStore, today: date) -> Iterator[str]:
    yield f"read: {document.format} {document.published}"
    yield f"text: {document.text}"


@dataclass(frozen=True, slots=True)
class Outcome:
    status: int
    out: str
    err: str


RunCommand = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> RunCommand:
    """Runs the command line on arguments and standard input, in this process."""
    pipeline, explaining = ModuleType("treatycheck.pipeline"), ModuleType("treatycheck.explain")
    vars(pipeline)["verify"], vars(explaining)["explain"] = verify, explain
    monkeypatch.setitem(sys.modules, "treatycheck.pipeline", pipeline)
    monkeypatch.setitem(sys.modules, "treatycheck.explain", explaining)
    monkeypatch.setattr(BundledFactStore, "load", SmallStore)
    names = {"US": "United States", "SU": "Soviet Union"}
    monkeypatch.setattr(entities, "lexicon", lambda: SimpleNamespace(party_names=names))

    def run_command(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return run_command
