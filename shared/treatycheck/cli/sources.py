"""Reference data by the name that people give it on the command line."""

from __future__ import annotations

from pathlib import Path

from treatycheck.errors import InvalidInput, ReferenceDataError
from treatycheck.facts.store import FactStore

PACKAGED = "packaged"
TABLE = "table:"


def open_reference(name: str, endpoint: str | None = None) -> FactStore:
    """The packaged facts for `packaged`, a DynamoDB table for `table:NAME`, a folder of people's files, an export.

    Raises ReferenceDataError, InvalidInput, StoreUnavailable, OSError.
    """
    if name == PACKAGED:
        from treatycheck.facts.bundled import BundledFactStore

        return BundledFactStore.load()
    if name.startswith(TABLE):
        from treatycheck.aws.dynamo_facts import DynamoFactStore
        from treatycheck.aws.dynamodb import dynamodb_client

        return DynamoFactStore(dynamodb_client(endpoint), name.removeprefix(TABLE))
    path = Path(name)
    if path.is_dir():
        from treatycheck.reference.folder import read_folder

        folder = read_folder(path)
        if folder.unreadable:
            raise ReferenceDataError(folder.unreadable[0])
        return folder.store()
    if path.suffix in {".jsonl", ".csv"}:
        from treatycheck.reference.interchange.exported import read_export

        return read_export(path)
    raise InvalidInput(f"{name!r} is neither {PACKAGED}, {TABLE}NAME, a data folder, nor an export (.jsonl, .csv)")
