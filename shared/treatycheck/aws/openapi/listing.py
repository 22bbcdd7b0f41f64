"""The operations on stored lists of claims to ignore."""

from __future__ import annotations

from treatycheck.aws.list_schema import CLAIM_ID
from treatycheck.aws.openapi.operation import Operation, Parameter
from treatycheck.aws.openapi.shapes import Schema, ref
from treatycheck.aws.request import LONGEST_NAME, NAME

_TAG, _JSON = "ignore lists", "application/json"
_LIST = "/v1/ignore-lists/{list_id}"
_ENTRIES = f"{_LIST}/entries"
_NAME: Schema = {"type": "string", "pattern": f"^{NAME}$", "maxLength": LONGEST_NAME}
_LIST_ID = Parameter("list_id", _NAME, "the client's own name for the list", "path", True, "desk")
_CLAIM_ID: Schema = {"type": "string", "pattern": f"^{CLAIM_ID}$"}
_ETAG: Schema = {"type": "string"}
_IF_MATCH = Parameter("If-Match", _ETAG, "the ETag of the version that is changed; * for any", "header", False, '"1"')
_IF_STILL = Parameter("If-Match", _ETAG, "change no other version than this one", "header")
_IF_NONE_MATCH = Parameter("If-None-Match", {"type": "string", "enum": ["*"]}, "make a list, replace none", "header")
_VERSION = {_JSON: ref("IgnoreListVersion")}
_BODY_ERRORS = (400, 413, 415, 422)
_CHANGE_ERRORS = (409, 412)

LIST_OPERATIONS = (
    Operation(
        "getIgnoreList",
        "get",
        _LIST,
        _TAG,
        "A stored list of the API key's with the claims on it",
        {_JSON: ref("IgnoreList")},
        (404, 422),
        (_LIST_ID,),
        reads=True,
    ),
    Operation(
        "putIgnoreList",
        "put",
        _LIST,
        _TAG,
        "Makes a list, or replaces the version that If-Match names",
        _VERSION,
        (404, *_BODY_ERRORS, *_CHANGE_ERRORS, 428),
        (_LIST_ID, _IF_MATCH, _IF_NONE_MATCH),
        request="IgnoreListRequest",
        changes=True,
        makes=True,
    ),
    Operation(
        "deleteIgnoreList",
        "delete",
        _LIST,
        _TAG,
        "Removes the version that If-Match names",
        _VERSION,
        (404, *_CHANGE_ERRORS, 422, 428),
        (_LIST_ID, _IF_MATCH),
        changes=True,
    ),
    Operation(
        "addIgnoredClaims",
        "post",
        _ENTRIES,
        _TAG,
        "Puts claims on a list, or says something else of those that are on it",
        _VERSION,
        (404, *_BODY_ERRORS, *_CHANGE_ERRORS),
        (_LIST_ID, _IF_STILL),
        request="IgnoreListRequest",
        changes=True,
    ),
    Operation(
        "removeIgnoredClaim",
        "delete",
        _ENTRIES + "/{claim_id}",
        _TAG,
        "Takes a claim off a list",
        _VERSION,
        (404, *_CHANGE_ERRORS, 422),
        (_LIST_ID, Parameter("claim_id", _CLAIM_ID, "", "path", True, "b4d1c407589a5ae8"), _IF_STILL),
        changes=True,
    ),
)
