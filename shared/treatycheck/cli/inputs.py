"""What the command line reads: files, standard input, and dates as people write them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from treatycheck.errors import InvalidDate, InvalidInput, TextTooLarge
from treatycheck.model import MAX_CHARACTERS, Format
from treatycheck.values.day import Days, parse_days

_LONGEST_UTF8 = 4 * MAX_CHARACTERS + 3
_FORMATS = {".html": Format.HTML, ".htm": Format.HTML, ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN}


def read_text(name: str) -> str:
    """The text of a file, or of standard input for `-`. Raises OSError, InvalidInput, TextTooLarge."""
    with opened_input(name) as file:
        content = file.read(_LONGEST_UTF8 + 1)
    if len(content) > _LONGEST_UTF8:
        raise too_large()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{name}: not UTF-8 (byte {error.start + 1}); convert it to UTF-8 first") from error
    return checked_length(text)


@contextmanager
def opened_input(name: str) -> Iterator[BinaryIO]:
    """The named file, or standard input for `-`. Raises OSError."""
    if name == "-":
        yield sys.stdin.buffer
        return
    with Path(name).open("rb") as file:
        yield file


def read_ids(name: str) -> frozenset[str]:
    """The ids in a file: one a line, where what follows a `#` is a remark, or a stored list as the interface gives it.

    Raises OSError, InvalidInput, TextTooLarge.
    """
    text = read_text(name)
    if text.lstrip().startswith("{"):
        return _listed_ids(text, name)
    return frozenset(line.partition("#")[0].strip() for line in text.splitlines()) - {""}


def _listed_ids(text: str, name: str) -> frozenset[str]:
    try:
        return frozenset(str(entry["id"]) for entry in json.loads(text)["entries"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise InvalidInput(f"{name}: is no list of claims to ignore") from error


def checked_length(text: str, pointer: str | None = None) -> str:
    """The text itself. Raises TextTooLarge."""
    if len(text) > MAX_CHARACTERS:
        raise too_large(pointer)
    return text


def too_large(pointer: str | None = None) -> TextTooLarge:
    return TextTooLarge(f"the text has more than {MAX_CHARACTERS:,} characters", pointer=pointer)


def format_of(name: str) -> Format:
    """The format that a file's suffix tells; plain text otherwise."""
    return _FORMATS.get(Path(name).suffix.lower(), Format.TEXT)


def file_uri(name: str) -> str:
    """The file's address: a path from here stays one."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def parse_date(text: str, pointer: str | None = None) -> date:
    """An ISO date or date-time; of a year or month alone, its last day. Raises InvalidDate."""
    return read_days(text, pointer).last


def read_days(text: str, pointer: str | None = None) -> Days:
    """An ISO date or date-time, or all days of a year or month. Raises InvalidDate."""
    try:
        return parse_days(text)
    except ValueError:
        raise InvalidDate(f"{text[:40]!r} is no date; write it as 2007-10-12", pointer=pointer) from None
