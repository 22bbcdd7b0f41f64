"""Schemas of answers that others have laid down: LanguageTool, Google, SARIF, JSON-LD."""

from __future__ import annotations

from treatycheck.aws.openapi.shapes import (
    BOOLEAN,
    COUNT,
    SHARE,
    STRING,
    URL,
    WHOLE,
    Schema,
    listed,
    record,
    ref,
)

_SOFTWARE = record(
    {
        "name": STRING,
        "version": STRING,
        "buildDate": STRING,
        "apiVersion": WHOLE,
        "premium": BOOLEAN,
        "premiumHint": STRING,
        "status": STRING,
    }
)
_NAMED = {"name": STRING, "code": STRING}
_MATCH = {
    "message": STRING,
    "shortMessage": STRING,
    "replacements": listed(record({"value": STRING})),
    "offset": COUNT,
    "length": COUNT,
    "context": record({"text": STRING, "offset": COUNT, "length": COUNT}),
    "sentence": STRING,
    "type": record({"typeName": STRING}),
    "rule": record(
        {
            "id": STRING,
            "description": STRING,
            "issueType": STRING,
            "category": record({"id": STRING, "name": STRING}),
            "isPremium": BOOLEAN,
        },
        {"urls": listed(record({"value": URL}))},
    ),
    "ignoreForIncompleteSentence": BOOLEAN,
    "contextForSureMatch": WHOLE,
}
_REVIEW = {
    "publisher": record({"name": STRING, "site": STRING}),
    "url": URL,
    "title": STRING,
    "reviewDate": STRING,
    "textualRating": STRING,
    "languageCode": STRING,
}

FOREIGN: dict[str, Schema] = {
    "Check": record(
        {
            "software": ref("Software"),
            "warnings": record({"incompleteResults": BOOLEAN}),
            "language": record(_NAMED | {"detectedLanguage": record(_NAMED | {"confidence": SHARE, "source": STRING})}),
            "matches": listed(record(_MATCH)),
            "sentenceRanges": listed(listed(COUNT, minItems=2, maxItems=2)),
        },
        {"extendedSentenceRanges": listed(record({"from": COUNT, "to": COUNT}))},
        "As LanguageTool answers; offsets in UTF-16 units.",
    ),
    "Software": _SOFTWARE,
    "Info": record({"software": ref("Software")}),
    "Languages": listed(record(_NAMED | {"longCode": STRING})),
    "ClaimSearch": record(
        {},
        {
            "claims": listed(
                record(
                    {"text": STRING, "claimReview": listed(record(_REVIEW))},
                    {"claimant": STRING, "claimDate": STRING},
                )
            ),
            "nextPageToken": STRING,
        },
        "As Google's Fact Check Tools answer.",
    ),
    "Sarif": record(
        {"version": {"const": "2.1.0"}, "runs": listed({"type": "object"}, minItems=1, maxItems=1)},
        {"$schema": URL},
        "A SARIF 2.1.0 log; results have fingerprints, kinds and fixes.",
    ),
    "LinkedData": record(
        {"@context": STRING},
        {"@graph": listed({"type": "object"}), "first": {"type": "object"}},
        "schema.org ClaimReview in @graph, or a W3C annotation collection.",
    ),
}
