"""What decides whether an object must be read again: the engine, the names of treaties, the settings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from treatycheck.audit.archive import Settings
from treatycheck.facts.records import fact_to_record
from treatycheck.facts.store import FactStore
from treatycheck.model import Fact

# what makes no difference to what is read and judged; facts and names have versions of their own
_APART = frozenset({"aws", "cli", "render", "reference", "evaluation", "report", "local", "web", "__pycache__"})
_APART_FILES = frozenset({"facts.json", "treaties.json", "version.json", "exceptions.json"})
_SOURCES = (".py", ".json")
_LIBRARIES = ("charset-normalizer", "feedparser", "rapidfuzz", "warcio")
# one step for each change to what a state holds
_LAYOUT = "1"
Groups = dict[tuple[str, str], str]


@cache
def engine_version() -> str:
    """16 hexadecimal digits that change with the code, data and libraries that find and judge claims, facts apart."""
    digest = hashlib.sha256("\0".join((_LAYOUT, *map(_installed, _LIBRARIES))).encode())
    for name, file in sorted(_engine_files(files("treatycheck"), "")):
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _installed(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def reading_version(settings: Settings, names: str) -> str:
    """What an object was read under: it need not be read again while this and its content stay."""
    written = "\0".join((engine_version(), names, repr(settings)))
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def fact_groups(store: FactStore) -> Groups:
    """A digest of the facts of each treaty and relation. Raises StoreUnavailable."""
    found = store.facts([treaty.id for treaty in store.treaties()])
    return {
        (treaty, relation): digest for treaty, facts in found.items() for relation, digest in groups_of(facts).items()
    }


def groups_of(facts: Iterable[Fact]) -> dict[str, str]:
    """A digest of the facts of each relation."""
    records: dict[str, list[str]] = {}
    for fact in facts:
        records.setdefault(fact.relation, []).append(json.dumps(fact_to_record(fact), sort_keys=True))
    return {group: hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16] for group, lines in records.items()}


def changed_groups(old: Groups, new: Groups) -> frozenset[tuple[str, str]]:
    """The treaties and relations whose facts differ, came or went."""
    return frozenset(group for group in old.keys() | new.keys() if old.get(group) != new.get(group))


def _engine_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{prefix}/{entry.name}"
        if entry.is_dir() and entry.name not in _APART:
            yield from _engine_files(entry, name)
        elif entry.name.endswith(_SOURCES) and entry.name not in _APART_FILES:
            yield name, entry
