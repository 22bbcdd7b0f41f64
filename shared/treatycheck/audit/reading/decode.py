"""Bytes to text: by byte order mark, by what was declared, as UTF-8, else as what the bytes look like."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from treatycheck.audit.article import Problem, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LONGEST_MARK = 4
_IN_HTML = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_IN_XML = re.compile(rb"<\?xml\b[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
_IN_TYPE = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 2048
# what pages mean that declare these, as browsers read them
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16-le": "utf-8", "utf-16-be": "utf-8", "utf-16": "utf-8"}
# Python's own, of programs and host names: no text is in them, and some take long to read
_OF_NO_TEXT = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})
_LEAST_TO_GUESS_FROM = 16
_SAMPLE = 20_000
# among encodings that fit alike, what texts in English are in
_USUAL = "cp1252"


def decode(content: bytes, declared: str | None = None) -> str:
    """The text. `declared` is a character set told from outside. Raises Unreadable."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding)
    encodings = list(_declared(content, declared))
    if encodings:
        return _decoded(content, encodings[0])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(content, error)


def wide_encoding(head: bytes) -> str | None:
    """The encoding of more than a byte a character that a byte order mark tells of."""
    found = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    return None if found == "utf-8-sig" else found


def charset_of(content_type: str | None) -> str | None:
    """The character set that a Content-Type names."""
    found = _IN_TYPE.search(content_type or "")
    return found.group(1) if found else None


def _declared(content: bytes, declared: str | None) -> Iterator[str]:
    """The known character sets among those declared, the one told from outside first."""
    head = content[:_DECLARED_WITHIN]
    inside = (found.group(1).decode("ascii") for pattern in (_IN_XML, _IN_HTML) if (found := pattern.search(head)))
    for name in filter(None, (declared, *inside)):
        try:
            known = codecs.lookup(name).name
            "".encode(known)
        except (LookupError, ValueError):
            continue
        if known.replace("_", "-") not in _OF_NO_TEXT:
            yield _MEANT.get(known, known)


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "cp1252":
            return content.decode("latin-1")
        detail = f"not {encoding}, which is declared, at byte {error.start + 1}"
        raise Unreadable(Problem.BAD_ENCODING, detail) from error
    except (UnicodeError, LookupError) as error:
        raise Unreadable(Problem.BAD_ENCODING, f"not {encoding}, which is declared") from error


def _guessed(content: bytes, error: UnicodeDecodeError) -> str:
    """Imported only here: most archives never need it."""
    from charset_normalizer import from_bytes

    sample = content[max(0, error.start - _SAMPLE) : error.start + _SAMPLE]
    likely = [match.encoding for match in from_bytes(sample)] if len(sample) >= _LEAST_TO_GUESS_FROM else []
    try:
        return content.decode(_USUAL if _USUAL in likely else likely[0] if likely else "utf-8")
    except UnicodeDecodeError:
        detail = f"declares no character set and is not UTF-8, at byte {error.start + 1}"
        raise Unreadable(Problem.BAD_ENCODING, detail) from error
