"""Schemas of what clients send."""

from __future__ import annotations

from treatycheck.aws.ignore_lists import MOST_ENTRIES
from treatycheck.aws.list_schema import CLAIM_ID, LONGEST_NOTE
from treatycheck.aws.openapi.shapes import STRING, Schema, closed, listed, nullable, one_of, record, ref, said
from treatycheck.aws.proofreading import LEVELS, NAMES
from treatycheck.aws.schema import LONGEST_CLAIM_ID, LONGEST_ITEM_ID, LONGEST_LIST_ID, MOST_IGNORED, MOST_ITEMS
from treatycheck.model import MAX_CHARACTERS, Format

_DAY: Schema = {
    "anyOf": [
        {"type": "string", "format": "date"},
        {"type": "string", "format": "date-time"},
        {"type": "string", "pattern": "^(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?$", "description": "its last day is taken"},
        {"type": "null"},
    ]
}
# how long it may be is not said as maxLength: what is longer is no wrong field (422), but too large (413)
_TEXT = said(
    f"at most {MAX_CHARACTERS:,} characters; offsets in the answer point into it as it is sent, markup included", STRING
)
_PUBLISHED = said("the text's own date: relative dates are read from it, verdicts hold for it", _DAY)
_AS_OF = said("judge as of this date instead; without either, as of today", _DAY)
_IGNORE = said(
    "ids of claims that are left out of the answer",
    listed({"type": "string", "maxLength": LONGEST_CLAIM_ID}, maxItems=MOST_IGNORED),
)
_IGNORE_LIST = said(
    "a stored list (/v1/ignore-lists) whose claims are left out, too: its name, or its handle",
    nullable({"type": "string", "maxLength": LONGEST_LIST_ID}),
)
_SHARED = {
    "format": one_of(Format),
    "published": _PUBLISHED,
    "as_of": _AS_OF,
    "ignore": _IGNORE,
    "ignore_list": _IGNORE_LIST,
}
_OPTIONAL = {
    **_SHARED,
    "url": said("where the text stands; kept, not read", nullable({"type": "string", "maxLength": 2048})),
    "title": nullable({"type": "string", "maxLength": 1000}),
}
_ITEM_ID: Schema = {
    "anyOf": [{"type": "string", "maxLength": LONGEST_ITEM_ID}, {"type": "integer"}, {"type": "null"}],
    "description": "the client's own name for the document, given back with its answer",
}
_FORM_DAY: Schema = {"type": "string", "format": "date"}
_LANGUAGE = said("auto is taken to be English", one_of(("auto", *NAMES)))
FORM: dict[str, Schema] = {
    "level": said("picky shows supported and open claims, too", one_of(("", *LEVELS))),
    "enabledRules": said("ids, joined by commas, that are shown at any level", STRING),
    "disabledRules": said("ids, joined by commas, that are not shown", STRING),
    "enabledCategories": STRING,
    "disabledCategories": STRING,
    "enabledOnly": said("show nothing but what is enabled", one_of(("", "true", "yes", "false", "no"))),
    "preferredVariants": said("which English `auto` means", STRING),
    "published": said("the text's own date; this and what follows are additions of ours", _FORM_DAY),
    "as_of": _FORM_DAY,
    "ignore": said("ids of claims, joined by commas", STRING),
    "ignore_list": said("a stored list of claims: its handle, or with x-api-key its name", STRING),
}
FORM_REQUIRED: dict[str, Schema] = {"text": STRING, "language": _LANGUAGE}

_ENTRY = closed(
    {"id": said("the id of a claim", {"type": "string", "pattern": f"^{CLAIM_ID}$"})},
    {
        "note": said("why", nullable({"type": "string", "maxLength": LONGEST_NOTE})),
        "date": said("since when", _DAY),
    },
    "A claim to ignore.",
)
_ANY_ITEM: Schema = {"anyOf": [ref("BatchItem"), {"description": "anything else gets an error of its own"}]}

REQUESTS: dict[str, Schema] = {
    "VerifyRequest": closed({"text": _TEXT}, _OPTIONAL, "A document."),
    "BatchItem": closed({"text": _TEXT}, {**_OPTIONAL, "id": _ITEM_ID}, "A document of a batch."),
    "BatchRequest": closed(
        {"items": listed(_ANY_ITEM, maxItems=MOST_ITEMS)},
        _SHARED,
        "Documents; what is said beside them holds for each that does not say it itself, `ignore` for all.",
    ),
    "IgnoreListRequest": closed(
        {"entries": listed(_ENTRY, maxItems=MOST_ENTRIES)}, {}, "Claims to ignore; of two with one id the later counts."
    ),
    "CheckForm": record(
        FORM_REQUIRED,
        FORM,
        "LanguageTool's clients may send `data` for `text`: JSON as in "
        '{"annotation": [{"text": "A "}, {"markup": "<b>", "interpretAs": ""}]}.',
    ),
}
