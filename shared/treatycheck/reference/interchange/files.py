"""Writes treaties and facts into people's TOML files, and leaves the rest of the files as it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from treatycheck.errors import InvalidInput
from treatycheck.facts.lines import treaty_to_line
from treatycheck.model import Citation, Fact, Treaty
from treatycheck.reference.interchange.rows import LISTED

_FACT_KEYS = ("party", "stage", "item", "as_of", "valid_from", "valid_until", "note")
_TREATY_KEYS = (
    "id",
    "name",
    "official_title",
    "kind",
    "subject",
    "year",
    "names",
    "acronyms",
    "shared_names",
    "context",
    "siblings",
)


def write_files(data: Path, treaties: Mapping[str, Treaty], facts: Iterable[Fact]) -> list[Path]:
    """Writes into `data/treaties` and gives the files written. Raises InvalidInput without tomlkit, OSError."""
    try:
        import tomlkit
    except ImportError:
        raise InvalidInput("writing the files needs tomlkit: python -m pip install tomlkit") from None
    by_treaty: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_treaty[fact.treaty].append(fact)
    written = []
    for treaty_id in sorted({*treaties, *by_treaty}):
        path = data / "treaties" / f"{treaty_id}.toml"
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
        if treaty_id in treaties:
            _put_treaty(document, treaties[treaty_id])
        for fact in by_treaty[treaty_id]:
            _put_fact(document, fact)
        _drop_unused_sources(document)
        path.write_text(tomlkit.dumps(document), encoding="utf-8")
        written.append(path)
    return written


def _put_treaty(document: Any, treaty: Treaty) -> None:
    line = treaty_to_line(treaty)
    for key in _TREATY_KEYS:
        if document.get(key) != line.get(key) and (key in line or key in document):
            document[key] = line.get(key, [])
    if document.get("other_names") != line.get("other_names"):
        document["other_names"] = line.get("other_names", {})


def _put_fact(document: Any, fact: Fact) -> None:
    import tomlkit

    name = fact.fact_id.partition("/")[2]
    entries = document.setdefault("fact", tomlkit.aot())
    entry = next((held for held in entries if held["id"] == name), None)
    if entry is None:
        entry = tomlkit.table()
        entries.append(entry)
        entry = entries[-1]
    content = _content(fact) | {"sources": [_source_key(document, citation) for citation in fact.sources]}
    for key in [key for key in entry if key not in content]:
        del entry[key]
    for key, value in content.items():
        if entry.get(key) != value:
            entry[key] = value


def _content(fact: Fact) -> dict[str, Any]:
    content: dict[str, Any] = {"id": fact.fact_id.partition("/")[2], "relation": fact.relation}
    content["value"] = list(fact.values) if fact.relation in LISTED else fact.value
    content |= {key: value for key in _FACT_KEYS if (value := getattr(fact, key)) is not None}
    if fact.aliases:
        content["aliases"] = list(fact.aliases)
    content |= {key: True for key in ("complete", "negated") if getattr(fact, key)}
    return content if fact.status == "current" else content | {"status": fact.status.value}


def _source_key(document: Any, citation: Citation) -> str:
    """The key of a source in the file; a new one is named after its publisher."""
    import tomlkit

    content = {"publisher": citation.publisher, "title": citation.title, "url": citation.url}
    sources = document.setdefault("source", tomlkit.table(is_super_table=True))
    for key, held in sources.items():
        if all(str(held[part]) == text or _same_url(part, held[part], text) for part, text in content.items()):
            return str(key)
    words = re.findall(r"[a-z0-9]+", citation.publisher.lower())[:3] or ["source"]
    base = "-".join(words)[:40]
    number, key = 2, base
    while key in sources:
        number, key = number + 1, f"{base}-{number}"
    table = tomlkit.table()
    table.update(content)
    sources[key] = table
    return key


def _same_url(part: str, held: Any, url: str) -> bool:
    """Addresses that only a slash at the end sets apart are one."""
    return part == "url" and str(held).rstrip("/") == url.rstrip("/")


def _drop_unused_sources(document: Any) -> None:
    used = {key for fact in document.get("fact", []) for key in fact["sources"]}
    if listed := document.get("participation"):
        used |= {listed["source"], *listed.get("further", [])}
    for key in [key for key in document.get("source", {}) if key not in used]:
        del document["source"][key]
