"""UTF-16 and UTF-32 as UTF-8, piece by piece, for readers of lines."""

from __future__ import annotations

import codecs

from treatycheck.audit.article import Problem, Unreadable
from treatycheck.audit.reading.stream import Stream


class Narrowed:
    """The bytes of a stream of JSON in UTF-16 or UTF-32, byte order mark first, in UTF-8 without a mark.

    Surrogates that stand alone become the escapes that JSON has for them.
    """

    def __init__(self, stream: Stream, encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")

    def read(self, size: int) -> bytes:
        """About so many bytes; none at the end. Raises Unreadable."""
        while piece := self._stream.read(size):
            if text := self._decoded(piece):
                return text.encode("utf-8", "backslashreplace")
        self._decoded(b"", final=True)
        return b""

    def _decoded(self, piece: bytes, *, final: bool = False) -> str:
        try:
            return self._decoder.decode(piece, final)
        except UnicodeDecodeError as error:
            self._decoder.reset()
            detail = f"not {self._encoding}, which its byte order mark says: {error.reason}"
            raise Unreadable(Problem.BAD_ENCODING, detail) from error
