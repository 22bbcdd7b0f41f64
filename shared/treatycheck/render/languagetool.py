"""A report as LanguageTool answers `POST /v2/check`; offsets count UTF-16 units of what was sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from treatycheck.model import Judged, Label, Report, Span
from treatycheck.render.report import Utf16Offsets
from treatycheck.render.rules import TITLES, message_of, place_of, rule_description, rule_id, source_urls
from treatycheck.text.annotated import Annotated
from treatycheck.text.sentences import split_sentences
from treatycheck.text.source import read_source

CATEGORIES = {
    Label.REFUTED: ("TREATY_REFUTED", "Treaty facts: wrong"),
    Label.NOT_ENOUGH_INFO: ("TREATY_OPEN", "Treaty facts: not settled"),
    Label.SUPPORTED: ("TREATY_SUPPORTED", "Treaty facts: right"),
}
_NEIGHBOURHOOD = 40
_CUT = "..."


class Language(NamedTuple):
    """A language as a client chose it, or as it is taken where the client left it open."""

    name: str
    code: str
    detected: bool = False


class Choice(NamedTuple):
    """Which matches a client wants: rules and categories by id. Only what is refuted is a match by itself."""

    picky: bool = False
    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    enabled_only: bool = False

    def takes(self, judged: Judged) -> bool:
        """Whether a claim is a match."""
        ids = {languagetool_id(judged), CATEGORIES[judged.verdict.label][0]}
        if ids & self.disabled:
            return False
        if self.enabled_only or ids & self.enabled:
            return bool(ids & self.enabled)
        return self.picky or judged.verdict.label is Label.REFUTED


def check_to_dict(report: Report, text: Annotated, choice: Choice, language: Language) -> dict[str, Any]:
    """The answer; spans of the report count in the plain text."""
    utf16 = Utf16Offsets(text.sent)
    placed = [(text.offsets.to_original(place_of(judged)), judged) for judged in report.claims if choice.takes(judged)]
    ranges = [[utf16(span.start), utf16(span.end)] for span in _sentences(report, text)]
    return {
        "software": software_to_dict(report.reference_version),
        "warnings": {"incompleteResults": False},
        "language": language_to_dict(language),
        "matches": [_match(judged, span, text.sent, utf16) for span, judged in sorted(placed, key=_by_place)],
        "sentenceRanges": ranges,
        "extendedSentenceRanges": [_extended(start, end) for start, end in ranges],
    }


def software_to_dict(reference_version: str) -> dict[str, Any]:
    """Who answers."""
    return {
        "name": "Treatycheck",
        "version": reference_version,
        "buildDate": "",
        "apiVersion": 1,
        "premium": False,
        "premiumHint": "",
        "status": "",
    }


def language_to_dict(language: Language) -> dict[str, Any]:
    named = {"name": language.name, "code": language.code}
    source = "default" if language.detected else "given"
    return named | {"detectedLanguage": {**named, "confidence": 0.99, "source": source}}


def languagetool_id(judged: Judged) -> str:
    """`TREATY_SIGNED_VALUE_DIFFERS`: one for each relation and reason."""
    return "TREATY_" + rule_id(judged).replace("/", "_").upper()


def _by_place(placed: tuple[Span, Judged]) -> tuple[Span, str]:
    return placed[0], placed[1].id


def _match(judged: Judged, span: Span, sent: str, utf16: Utf16Offsets) -> dict[str, Any]:
    verdict = judged.verdict
    return {
        "message": message_of(judged),
        "shortMessage": TITLES[verdict.reason],
        "replacements": [{"value": verdict.correction.text}] if verdict.correction else [],
        "offset": utf16(span.start),
        "length": utf16(span.end) - utf16(span.start),
        "context": _context(sent, span),
        "sentence": judged.text,
        "type": {"typeName": "Other" if verdict.label is Label.REFUTED else "Hint"},
        "rule": _rule(judged),
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": -1,
    }


def _rule(judged: Judged) -> dict[str, Any]:
    category, name = CATEGORIES[judged.verdict.label]
    rule: dict[str, Any] = {
        "id": languagetool_id(judged),
        "description": rule_description(judged),
        "issueType": "inconsistency" if judged.verdict.label is Label.REFUTED else "uncategorized",
    }
    urls = [{"value": url} for url in source_urls(judged)]
    return rule | ({"urls": urls} if urls else {}) | {"category": {"id": category, "name": name}, "isPremium": False}


def _context(sent: str, span: Span) -> dict[str, Any]:
    """The match with what stands around it, on one line."""
    start, end = max(0, span.start - _NEIGHBOURHOOD), min(len(sent), span.end + _NEIGHBOURHOOD)
    before = _CUT * (start > 0) + sent[start : span.start]
    matched, after = sent[span.start : span.end], sent[span.end : end] + _CUT * (end < len(sent))
    text = (before + matched + after).translate(_ON_ONE_LINE)
    return {"text": text, "offset": _units(before), "length": _units(matched)}


_ON_ONE_LINE = dict.fromkeys(map(ord, "\n\r\t"), " ")


def _units(text: str) -> int:
    return Utf16Offsets(text)(len(text))


def _sentences(report: Report, text: Annotated) -> Iterator[Span]:
    for sentence in split_sentences(read_source(report.document.text, report.document.format)):
        yield text.offsets.to_original(sentence.span)


def _extended(start: int, end: int) -> dict[str, Any]:
    return {"from": start, "to": end, "detectedLanguages": [{"language": "en", "rate": 1.0}]}


def ids_of(listed: Sequence[str]) -> frozenset[str]:
    """The ids in comma-separated lists."""
    return frozenset(part.strip() for text in listed for part in text.split(",")) - {""}
