"""A report as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/).

A TextPositionSelector counts code points of the text as it was sent. A TextQuoteSelector quotes what a reader
sees, without markup, so that it can be found in the page.
"""

from __future__ import annotations

import base64
import hashlib
import json
import uuid
from typing import Any

from treatycheck.model import Document, Judged, Report
from treatycheck.render.plain import PlainView
from treatycheck.render.rules import LABEL_WORDS, place_of, source_urls
from treatycheck.render.uris import uri_of

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NEIGHBOURHOOD = 32
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.w3.org/ns/oa#treatycheck")


def render_annotations(report: Report) -> str:
    """A collection of annotations on one page, indented for reading."""
    return json.dumps(annotations_of(report), ensure_ascii=True, indent=2) + "\n"


def annotations_of(report: Report) -> dict[str, Any]:
    """The JSON-LD document; its ids are the same for the same report."""
    view = PlainView(report.document)
    source = source_of(report.document)
    items = [_annotation(judged, view, source) for judged in report.claims]
    collection = name_of(source, report.as_of.isoformat(), report.reference_version, *(item["id"] for item in items))
    page: dict[str, Any] = {"id": name_of(collection, "1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": _CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": "What Treatycheck says of the treaty facts in the text",
        "total": len(items),
        "first": page,
    }


def source_of(document: Document) -> str:
    """The document's address; of one without, its hash as a URI (RFC 6920)."""
    if document.url:
        return uri_of(document.url)
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).digest()
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def name_of(*parts: str) -> str:
    """A URI that is the same for the same parts."""
    return uuid.uuid5(_SPACE, hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()).urn


def _annotation(judged: Judged, view: PlainView, source: str) -> dict[str, Any]:
    return {
        "id": name_of(source, judged.id),
        "type": "Annotation",
        "motivation": "assessing",
        "body": _bodies(judged),
        "target": {"source": source, "selector": _selectors(judged, view)},
    }


def _bodies(judged: Judged) -> list[dict[str, Any]]:
    verdict = judged.verdict
    bodies = [_text(verdict.explanation, "assessing"), _text(LABEL_WORDS[verdict.label], "tagging")]
    if verdict.correction:
        bodies.append(_text(verdict.correction.text, "editing"))
    return bodies + [{"type": "SpecificResource", "purpose": "linking", "source": url} for url in source_urls(judged)]


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose}


def _selectors(judged: Judged, view: PlainView) -> list[dict[str, Any]]:
    sent = place_of(judged)
    plain = view.span(sent)
    quote = {
        "type": "TextQuoteSelector",
        "exact": view.text[plain.start : plain.end],
        "prefix": view.text[max(0, plain.start - _NEIGHBOURHOOD) : plain.start],
        "suffix": view.text[plain.end : plain.end + _NEIGHBOURHOOD],
    }
    return [quote, {"type": "TextPositionSelector", "start": sent.start, "end": sent.end}]
