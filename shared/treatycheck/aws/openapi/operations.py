"""The operations, in the order in which they are described."""

from __future__ import annotations

from treatycheck.aws.fact_search import LONGEST_QUERY
from treatycheck.aws.negotiation import ANNOTATION_PROFILE
from treatycheck.aws.openapi.listing import LIST_OPERATIONS
from treatycheck.aws.openapi.operation import Operation, Parameter
from treatycheck.aws.openapi.requests import FORM, FORM_REQUIRED
from treatycheck.aws.openapi.shapes import STRING, Schema, ref

_ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80}
_FILE: Schema = {"type": "string", "pattern": "^[a-z-]+[.](js|css|svg)$", "maxLength": 40}
_TREATY_ID = Parameter("treaty_id", _ID, "an id of /v1/treaties", "path", True, "inf-treaty")
_FACT_NAME = Parameter("name", _ID, "what follows the treaty in the fact's id", "path", True, "signed")
_TEXT_ERRORS = (400, 404, 413, 415, 422)
_FORM_ERRORS = (400, 404, 413, 415)
_JSON, _HTML, _PLAIN = "application/json", "text/html", "text/plain"
_GOOGLE = (
    Parameter(
        "query",
        {"type": "string", "minLength": 1, "maxLength": LONGEST_QUERY},
        "a sentence or more",
        required=True,
        example="The INF Treaty was signed in 1988.",
    ),
    Parameter("languageCode", STRING, "reviews are in English: for another language there are none"),
    Parameter("pageSize", {"type": "integer", "minimum": 0, "maximum": 999_999_999}, "10 where it is left out"),
    Parameter("pageToken", {"type": "string", "pattern": "^[0-9]{0,6}$"}, "the nextPageToken of the page before"),
    Parameter("offset", {"type": "integer", "minimum": 0, "maximum": 999_999_999}),
    Parameter("maxAgeDays", {"type": "integer", "minimum": 0, "maximum": 999_999_999}, "reviews are of today"),
)
_FORM_EXAMPLES = {"text": "The INF Treaty was signed in 1988.", "language": "en-US"}
_FORM_FIELDS = (
    *(Parameter(name, schema, "", "query", True, _FORM_EXAMPLES[name]) for name, schema in FORM_REQUIRED.items()),
    *(Parameter(name, schema) for name, schema in FORM.items()),
)


def read(
    name: str, path: str, summary: str, schema: str, *parameters: Parameter, errors: tuple[int, ...] = ()
) -> Operation:
    """An operation that reads the reference data."""
    return Operation(name, "get", path, "reference data", summary, {_JSON: ref(schema)}, errors, parameters, reads=True)


def told(name: str, path: str, summary: str, schema: Schema, media: str = _JSON) -> Operation:
    """What LanguageTool's interface tells of itself, without parameters."""
    return Operation(name, "get", path, "LanguageTool", summary, {media: schema}, reads=True)


OPERATIONS = (
    Operation(
        "verify",
        "post",
        "/v1/verify",
        "texts",
        "The claims of a document with verdicts, in the format that Accept asks for",
        {
            _JSON: ref("Report"),
            "application/ld+json": ref("LinkedData"),
            f'application/ld+json; profile="{ANNOTATION_PROFILE}"': ref("LinkedData"),
            "application/sarif+json": ref("Sarif"),
            _HTML: STRING,
            "text/csv": STRING,
            _PLAIN: STRING,
        },
        (406, *_TEXT_ERRORS),
        request="VerifyRequest",
    ),
    Operation(
        "verifyBatch",
        "post",
        "/v1/verify/batch",
        "texts",
        "An answer for each of many documents, in their order; one that fails spoils no other",
        {_JSON: ref("Batch")},
        _TEXT_ERRORS,
        request="BatchRequest",
    ),
    Operation(
        "extract",
        "post",
        "/v1/extract",
        "texts",
        "The claims of a document without verdicts, under the ids that /v1/verify gives them",
        {_JSON: ref("Extraction")},
        _TEXT_ERRORS,
        request="VerifyRequest",
    ),
    read(
        "listTreaties",
        "/v1/treaties",
        "The treaties, page by page; with q those that it may mean, the likest first",
        "Treaties",
        Parameter("q", STRING, "words of a name, in any order, begun or misspelt", example="intermediate nuclear"),
        Parameter("limit", {"type": "integer", "minimum": 1, "maximum": 500}, "100 where it is left out"),
        Parameter("cursor", STRING, "the next_cursor of the page before"),
        errors=(422,),
    ),
    read(
        "getTreaty",
        "/v1/treaties/{treaty_id}",
        "A treaty with its facts and timeline",
        "Treaty",
        _TREATY_ID,
        errors=(404,),
    ),
    read(
        "getFact",
        "/v1/facts/{treaty_id}/{name}",
        "A fact as it is now",
        "FactVersion",
        _TREATY_ID,
        _FACT_NAME,
        errors=(404,),
    ),
    read(
        "getFactHistory",
        "/v1/facts/{treaty_id}/{name}/history",
        "All states of a fact, the latest first",
        "FactHistory",
        _TREATY_ID,
        _FACT_NAME,
        errors=(404,),
    ),
    *LIST_OPERATIONS,
    read("listRelations", "/v1/relations", "What can be claimed of a treaty", "Relations"),
    read("getCoverage", "/v1/coverage", "How much is known, of each relation and of each treaty", "Coverage"),
    read("getHealth", "/v1/health", "Whether the facts can be read, and which they are", "Health"),
    Operation(
        "check",
        "post",
        "/v2/check",
        "LanguageTool",
        "What is wrong in a text, as LanguageTool answers",
        {_JSON: ref("Check")},
        _FORM_ERRORS,
        request="CheckForm",
        request_type="application/x-www-form-urlencoded",
    ),
    Operation(
        "checkByQuery",
        "get",
        "/v2/check",
        "LanguageTool",
        "The same with the fields in the query",
        {_JSON: ref("Check")},
        _FORM_ERRORS,
        _FORM_FIELDS,
    ),
    told("languages", "/v2/languages", "The languages", ref("Languages")),
    told("info", "/v2/info", "Who answers", ref("Info")),
    told("healthcheck", "/v2/healthcheck", "OK", {"const": "OK"}, _PLAIN),
    told("maxTextLength", "/v2/maxtextlength", "How long a text may be", STRING, _PLAIN),
    Operation(
        "searchClaims",
        "get",
        "/v1alpha1/claims:search",
        "Google Fact Check Tools",
        "What the query claims, each claim with a review",
        {_JSON: ref("ClaimSearch")},
        (400, 413),
        _GOOGLE,
    ),
    Operation(
        "openapi", "get", "/openapi.json", "description", "This document", {_JSON: {"type": "object"}}, reads=True
    ),
    Operation("docs", "get", "/docs", "description", "This document for people", {_HTML: STRING}, reads=True),
    Operation(
        "editor",
        "get",
        "/",
        "pages",
        "The editor: claims are underlined in a text as one types",
        {_HTML: STRING},
        reads=True,
    ),
    Operation(
        "asset",
        "get",
        "/assets/{name}",
        "pages",
        "A file of the editor; treaty-check.js is the web component",
        {"text/javascript": STRING, "text/css": STRING, "image/svg+xml": STRING},
        (404,),
        (Parameter("name", _FILE, "", "path", True, "treaty-check.js"),),
        reads=True,
    ),
)
