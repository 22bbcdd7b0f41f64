"""Files, folders and globs as an archive."""

from __future__ import annotations

import glob
import io
import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from treatycheck.errors import InvalidInput

_WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class FileObject:
    """A file; its key is its path as it was given, or as it was found in a folder that was given."""

    path: str
    fingerprint: str
    size: int

    @property
    def key(self) -> str:
        return _key(self.path)

    def open(self) -> io.BufferedReader:
        return Path(self.path).open("rb")


class Folders:
    """The files at paths, in folders and their folders, and those that globs match. Hidden ones are passed over."""

    def __init__(self, paths: Sequence[str], apart: Collection[str] = ()) -> None:
        """`apart` names files that are none of the archive's, such as the state and the report.

        Raises InvalidInput where a path names nothing: an archive that is not there is not an empty one.
        """
        self._apart = {os.path.realpath(path) for path in apart}
        self._apart_names = {path.rpartition(os.sep)[2] for path in self._apart}
        self._unlisted: set[str] = set()
        self._paths = [os.path.normpath(path) for path in paths]
        for path in self._paths:
            if not (Path(path).exists() or (_is_glob(path) and next(_matches(path), None) is not None)):
                raise InvalidInput(f"{path}: nothing is there")

    def objects(self) -> Iterator[FileObject]:
        """Each file once, in the order of the paths given."""
        for file in self._each_once():
            if not self._is_apart(file) and (found := _object(file)) is not None:
                yield found

    def covers(self, key: str) -> bool:
        """Whether a file with this key would be found; not where its folder could not be listed."""
        if any(key.startswith(f"{_key(folder)}/") for folder in self._unlisted):
            return False
        return any(_covers(path, key) for path in self._paths)

    def _is_apart(self, file: str) -> bool:
        """Whether a file is none of the archive's; the whole path is followed only where it may be one."""
        name = file.rpartition(os.sep)[2]
        return (name in self._apart_names or Path(file).is_symlink()) and os.path.realpath(file) in self._apart

    def _each_once(self) -> Iterator[str]:
        """The files; only several paths, and globs, which match folders and what is in them, tell one twice."""
        if len(self._paths) == 1 and not _is_glob(self._paths[0]):
            yield from self._files(self._paths[0])
            return
        seen: set[str] = set()
        for path in self._paths:
            for file in self._files(path):
                if file not in seen:
                    seen.add(file)
                    yield file

    def _files(self, path: str) -> Iterator[str]:
        if Path(path).is_dir():
            yield from self._walk(path)
        elif Path(path).exists():
            yield path
        else:
            for match in sorted(_matches(path)):
                yield from self._files(os.path.normpath(match))

    def _walk(self, folder: str) -> Iterator[str]:
        """The files in a folder; of one that cannot be listed itself, as something that cannot be read."""
        try:
            with os.scandir(folder) as scanned:
                entries = sorted((one for one in scanned if not one.name.startswith(".")), key=lambda one: one.name)
        except OSError:
            self._unlisted.add(folder)
            yield folder
            return
        for entry in entries:
            path = os.path.normpath(entry.path)
            if entry.is_dir(follow_symlinks=False):
                yield from self._walk(path)
            elif entry.is_file() or entry.is_symlink():
                yield path


def _covers(path: str, key: str) -> bool:
    if _is_glob(path) and not Path(path).exists():
        return _leads_to(_key(path).split("/"), key.split("/"))
    own = _key(path)
    return key == own or key.startswith(own.rstrip("/") + "/") or (own == "." and not key.startswith("/"))


def _leads_to(pattern: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether a glob matches a path or a folder above it."""
    if not pattern:
        return True
    if pattern[0] == "**":
        return any(_leads_to(pattern[1:], parts[start:]) for start in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _leads_to(pattern[1:], parts[1:])


def _object(path: str) -> FileObject | None:
    """The file; of one that cannot be looked at only the name. None for what is no file, such as a pipe."""
    try:
        status = Path(path).stat()
    except OSError:
        return FileObject(path, "", 0)
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        return None
    return FileObject(path, f"{status.st_size}-{status.st_mtime_ns}", status.st_size)


def _is_glob(path: str) -> bool:
    return bool(_WILD & set(path))


def _matches(pattern: str) -> Iterator[str]:
    return glob.iglob(pattern, recursive=True)  # noqa: PTH207  a Path globs no absolute pattern


def _key(path: str) -> str:
    """The path with "/" between its parts; bytes that are no UTF-8 as escapes."""
    return PurePath(path).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
