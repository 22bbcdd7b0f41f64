"""`treatycheck reference check`: the checks of the reference data."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from treatycheck.cli.outputs import write_text
from treatycheck.facts.store import FactStore

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands

FOUND = 1


def add_check(actions: Subcommands) -> None:
    """Adds the command and its options."""
    check = actions.add_parser("check", help="check the reference facts; exit 1 where something is wrong")
    check.add_argument("--data", metavar="DIR", type=Path, help="check these files instead of the packaged facts")
    check.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    """Prints a problem a line, files that cannot be read first. Raises ReferenceDataError."""
    lines = folder_problems(options.data) if options.data else packaged_problems()
    write_text("".join(f"{line}\n" for line in lines))
    return FOUND if lines else 0


def folder_problems(data: Path) -> list[str]:
    """What is wrong with the files under a folder."""
    from treatycheck.reference.build import exception_records
    from treatycheck.reference.folder import read_folder
    from treatycheck.reference.lexicon import read_lexicon

    folder = read_folder(data)
    parties = {party["id"] for party in read_lexicon(data / "lexicon")["parties"]}
    return [*folder.unreadable, *problems_of(folder.store(), parties, exception_records(folder.entries))]


def packaged_problems() -> list[str]:
    """What is wrong with the packaged facts."""
    from treatycheck.data import packaged
    from treatycheck.facts.bundled import BundledFactStore
    from treatycheck.mentions.entities import lexicon

    return problems_of(BundledFactStore.load(), lexicon().party_names.keys(), packaged("exceptions.json"))


def problems_of(store: FactStore, parties: Collection[str], exceptions: Mapping[str, Sequence[Any]]) -> list[str]:
    """What the checks find in a store, but for what is declared."""
    from treatycheck.reference.checks.exceptions import declared_exceptions, without_exceptions
    from treatycheck.reference.checks.run import check_all

    treaties = store.treaties()
    problems = check_all(treaties, store.facts([treaty.id for treaty in treaties]), parties)
    return list(map(str, without_exceptions(problems, declared_exceptions(exceptions))))
