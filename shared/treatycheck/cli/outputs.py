"""What the command line writes: UTF-8 on standard output or into a file."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

# where standard output is a file, it must not be opened anew, nor another put in its place
_STANDARD = frozenset({"-", "/dev/stdout"})


@contextmanager
def opened_output(name: str | None) -> Iterator[BinaryIO]:
    """The named file, or standard output."""
    if name is None or name in _STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with Path(name).open("wb") as file:
        yield file


@contextmanager
def whole_output(name: str | None) -> Iterator[BinaryIO]:
    """The same, but a named file is there only once it is whole: what was there before stays till then.

    What is no file, such as a device or a pipe, is written to as it is; of a link, the file that it leads to.
    """
    path = None if name is None or name in _STANDARD else Path(name).resolve()
    if path is None or (path.exists() and not path.is_file()):
        with opened_output(name) as output:
            yield output
        return
    partial = path.with_name(f"{path.name}.partial")
    try:
        with partial.open("wb") as file:
            yield file
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def write_text(text: str, name: str | None = None) -> None:
    """Writes text whole; lone surrogates, which UTF-8 cannot hold, are written as escapes."""
    with opened_output(name) as output:
        output.write(text.encode("utf-8", errors="backslashreplace"))


def wants_colour(name: str | None) -> bool:
    """Colour is for terminals, and for those who did not refuse it (https://no-color.org)."""
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return name is None and sys.stdout.isatty() and not refused


def terminal_width() -> int:
    """The width to wrap at: the terminal's, within what reads well."""
    return max(40, min(100, shutil.get_terminal_size((100, 24)).columns))
