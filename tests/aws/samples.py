"""A small store to load tables from, and versions of it with changes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.records import fact_to_record, treaty_to_record
from treatycheck.facts.store import Stamp
from treatycheck.model import Citation, Fact, FactStatus, Treaty

STAMP = Stamp("tests", "2026-01-02T03:04:05Z", "a test")
SOURCE = Citation("Example Archive", "A page about the treaty", "https://example.org/treaty")
TREATIES = (
    Treaty(
        "abm-treaty", "ABM Treaty", "Treaty on Anti-Ballistic Missiles", "bilateral", "missiles", 1972, ("ABM Treaty",)
    ),
    Treaty(
        id="inf-treaty",
        name="INF Treaty",
        official_title="Treaty on Intermediate-Range Nuclear Forces",
        kind="bilateral",
        subject="missiles",
        year=1987,
        names=("INF Treaty", "Intermediate-Range Nuclear Forces Treaty"),
        acronyms=("INF",),
        siblings=("abm-treaty",),
        other_names=(("de", "INF-Vertrag"), ("fr", "Traité FNI")),
    ),
    Treaty("npt", "Non-Proliferation Treaty", "Treaty on Non-Proliferation", "multilateral", "weapons", 1968, ("NPT",)),
)
FACTS = (
    Fact("abm-treaty/signed", "abm-treaty", "signed", ("1972-05-26",), (SOURCE,)),
    Fact("inf-treaty/between", "inf-treaty", "between", ("US", "SU"), (SOURCE,), complete=True),
    Fact("inf-treaty/signed", "inf-treaty", "signed", ("1987-12-08",), (SOURCE, SOURCE)),
    Fact(
        fact_id="inf-treaty/withdrew-us",
        treaty="inf-treaty",
        relation="withdrew",
        values=("2019-08-02",),
        sources=(SOURCE,),
        party="US",
        stage="effective",
        aliases=("Éire – 條約",),
        status=FactStatus.DISPUTED,
        note="one value of two",
    ),
)


def store_of(facts: tuple[Fact, ...] = FACTS, treaties: tuple[Treaty, ...] = TREATIES) -> BundledFactStore:
    """A store of these, whose version is a hash of its content as that of the packaged one is."""
    by_treaty: dict[str, list[dict[str, Any]]] = {}
    for fact in facts:
        by_treaty.setdefault(fact.treaty, []).append(fact_to_record(fact))
    records = [treaty_to_record(treaty) for treaty in treaties]
    version = hashlib.sha256(json.dumps([records, by_treaty], sort_keys=True).encode()).hexdigest()[:16]
    names = hashlib.sha256(json.dumps(records, sort_keys=True).encode()).hexdigest()[:16]
    return BundledFactStore.of(records, by_treaty, version, names)


def many_facts(count: int) -> tuple[Fact, ...]:
    """So many facts of one treaty, each of about three kilobytes."""
    return tuple(
        Fact(f"npt/count-{number:04}", "npt", "party_count", (str(number),), (SOURCE,), note="n" * 3000)
        for number in range(count)
    )
