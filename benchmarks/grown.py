"""A table of as many treaties as wanted: the packaged ones and made ones, their names compiled beforehand.

The compiled names are kept in `.cache`, by what they were made of.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Collection, Mapping
from datetime import date
from mmap import ACCESS_READ, mmap
from pathlib import Path

from benchmarks.contender import Program
from benchmarks.made_treaties import made_facts, made_treaties, made_treaty
from benchmarks.measure import ROOT
from treatycheck.data.tables import Tables
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.linking.treaty_names import TreatyNames, treaty_names
from treatycheck.model import Document, Format
from treatycheck.pipeline import extract, report_on

TODAY = date(2026, 1, 1)
_CACHE = ROOT / ".cache" / "names"
_SOURCES = ("benchmarks/made_treaties.py", "shared/treatycheck/data/*", "shared/treatycheck/linking/*.py")
SIZES = (len(treaty_names().treaties), 1_000, 10_000, 100_000)


class GrownFacts(BundledFactStore):
    """The packaged facts, and those of made treaties, which are made when they are asked for."""

    def facts(self, treaty_ids: Collection[str]) -> Mapping[str, TreatyFacts]:
        """As the packaged store gives them."""
        made = {item for item in treaty_ids if item.startswith("made-")}
        told = {item: TreatyFacts(made_facts(made_treaty(int(item.removeprefix("made-"))))) for item in made}
        return {**super().facts(set(treaty_ids) - made), **told}


def names_file(size: int) -> Path:
    """The compiled names of so many treaties, made where they are not kept yet."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in _SOURCES for path in ROOT.glob(pattern) if path.is_file()):
        digest.update(path.read_bytes())
    file = _CACHE / f"{size}-{digest.hexdigest()[:16]}.bin"
    if not file.exists():
        # the compiler is only needed where nothing is kept
        from treatycheck.linking.compiling import compile_names

        packaged = treaty_names().treaties.values()
        content = compile_names([*packaged, *made_treaties(size - len(packaged))])
        _CACHE.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return file


def opened(file: Path) -> TreatyNames:
    """The names of a file, mapped."""
    with file.open("rb") as content:
        return TreatyNames(Tables(memoryview(mmap(content.fileno(), 0, access=ACCESS_READ))))


def verifying(size: int) -> Program:
    """All claims of a document, judged with a table of so many treaties."""
    store, names = GrownFacts.load(), opened(names_file(size))

    def verified(text: str, format: str) -> int:
        document = Document(text, Format(format), published=TODAY)
        return len(report_on(extract(document, names), document, store, TODAY).claims)

    return verified


def smallest(_names: str) -> Program:
    return verifying(SIZES[0])


def thousand(_names: str) -> Program:
    return verifying(SIZES[1])


def ten_thousand(_names: str) -> Program:
    return verifying(SIZES[2])


def hundred_thousand(_names: str) -> Program:
    return verifying(SIZES[3])


def resident() -> float:
    """Megabytes of memory that this process holds, the pages of mapped files that it touched included."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1000


def main() -> None:
    """Prints what loading takes of a processor (ms), and what memory (MB) it takes to load and to verify texts."""
    size, texts = int(sys.argv[1]), sys.argv[2]
    file, before = names_file(size), resident()
    began = time.process_time()
    names = opened(file)
    took = time.process_time() - began
    loaded = resident()
    store = GrownFacts.load()
    for text, _ in json.loads(Path(texts).read_text(encoding="utf-8")):
        document = Document(text, published=TODAY)
        report_on(extract(document, names), document, store, TODAY)
    megabytes = {"loaded": loaded - before, "used": resident() - before}
    print(json.dumps({"milliseconds": took * 1000, "file": file.stat().st_size / 1e6, **megabytes}))


if __name__ == "__main__":
    main()
