"""Which release of the program answers: what is shown of the same facts may change with it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import treatycheck

# these have a version of their own, that of the reference
_REFERENCE = frozenset({"facts.json", "names.bin", "records.bin", "treaties.json", "version.json"})
_DIGITS = 8


@cache
def engine_version() -> str:
    """8 hexadecimal digits, the same wherever the package's files are the same; takes 10 ms the first time."""
    return digest_of(Path(treatycheck.__file__).parent)


def digest_of(package: Path) -> str:
    """The digest of all files but bytecode and the reference data, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc" and path.name not in _REFERENCE:
            digest.update(f"{path.relative_to(package).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:_DIGITS]
