"""An object's bytes, expanded where they are gzipped, never more than a limit, past damaged members."""

from __future__ import annotations

import io
import zlib
from typing import Protocol

from treatycheck.audit.article import Problem, Unreadable

GZIP_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 65_536
_GZIP = 31
LONGEST_LINE = 16_000_000


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes: ...


class Stream:
    """Reads, never past `limit` expanded bytes. What stands before a damage is given first, then Unreadable is raised
    once; the next call goes on behind it, at the next gzip member if there is one.
    """

    def __init__(self, raw: Readable, limit: int) -> None:
        self._raw: Readable = raw
        self._left = limit
        self._limit = limit
        self._buffer = bytearray()
        self._packed = raw.read(_CHUNK)
        self.gzipped = self._packed.startswith(GZIP_MAGIC)
        self._member = zlib.decompressobj(_GZIP) if self.gzipped else None
        self._begun = False
        self._damage: Unreadable | None = None

    def peek(self, size: int) -> bytes:
        """The next bytes, left where they are. Raises Unreadable."""
        self._fill(size)
        return bytes(self._buffer[:size])

    def read(self, size: int) -> bytes:
        """So many bytes, fewer only at the end. Raises Unreadable."""
        self._fill(size)
        return self._take(size)

    def readline(self, size: int | None = None) -> bytes:
        """A line with its end, or so many bytes of it, at most LONGEST_LINE. Raises Unreadable."""
        size = LONGEST_LINE if size is None else min(size, LONGEST_LINE)
        seen = 0
        while (end := self._buffer.find(b"\n", seen, size)) < 0 and len(self._buffer) < size:
            seen = len(self._buffer)
            if not self._more(min(size - seen, _CHUNK)):
                break
        return self._take(end + 1 if end >= 0 else size)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _fill(self, size: int) -> None:
        while len(self._buffer) < size and self._more(max(_CHUNK, size - len(self._buffer))):
            pass

    def _more(self, size: int) -> bool:
        """Takes up to so many bytes more into the buffer; False at the end, and before a damage."""
        if self._damage is None:
            try:
                piece = self._bounded(size)
            except Unreadable as error:
                self._damage, piece = error, b""
            self._buffer += piece
            if piece:
                return True
        if self._damage is not None and not self._buffer:
            damage, self._damage = self._damage, None
            raise damage
        return False

    def _bounded(self, size: int) -> bytes:
        piece = self._expanded(size) if self.gzipped else self._plain()
        self._left -= len(piece)
        if self._left < 0:
            self._packed, self._raw, self._member = b"", io.BytesIO(), None
            raise Unreadable(Problem.TOO_LARGE, f"expands to more than {self._limit:,} bytes")
        return piece

    def _plain(self) -> bytes:
        piece, self._packed = self._packed or self._raw.read(_CHUNK), b""
        return piece

    def _expanded(self, size: int) -> bytes:
        while True:
            if self._member is None and not self._next_member():
                return b""
            assert self._member is not None
            packed = self._packed or self._raw.read(_CHUNK)
            if not packed:
                return self._at_the_end()
            try:
                piece = self._member.decompress(packed, size)
            except zlib.error as error:
                self._skip_member(packed)
                raise Unreadable(Problem.CORRUPT, f"damaged gzip data ({error})") from error
            self._begun = True
            self._packed = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            if self._member.eof:
                self._member = None
            if piece:
                return piece

    def _next_member(self) -> bool:
        """Begins the next member; what follows the last one and is none is padding."""
        self._begun = False
        while len(self._packed) < len(GZIP_MAGIC) and (more := self._raw.read(_CHUNK)):
            self._packed += more
        if not self._packed.startswith(GZIP_MAGIC):
            self._packed, self._raw = b"", io.BytesIO()
            return False
        self._member = zlib.decompressobj(_GZIP)
        return True

    def _at_the_end(self) -> bytes:
        self._member = None
        self._raw = io.BytesIO()
        if self._begun:
            self._begun = False
            raise Unreadable(Problem.TRUNCATED, "the gzip data end too early")
        return b""

    def _skip_member(self, packed: bytes) -> None:
        """Goes on behind the damage, at what looks like the next member's beginning."""
        self._member = None
        packed = packed[1:]
        while (place := packed.find(GZIP_MAGIC)) < 0:
            more = self._raw.read(_CHUNK)
            if not more:
                packed, place = b"", 0
                break
            packed = packed[-2:] + more
        self._packed = packed[place:]
