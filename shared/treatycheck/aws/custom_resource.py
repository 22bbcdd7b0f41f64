"""What CloudFormation asks of the function behind a custom resource: an answer at a URL, whatever happens."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from aws_lambda_powertools.utilities.typing import LambdaContext

from treatycheck.errors import TreatycheckError

PHYSICAL_ID = "treatycheck-reference"
_SECONDS = 10

Event = dict[str, Any]
Handler = Callable[[Event, LambdaContext], dict[str, Any]]


def answered_to_cloudformation(handler: Handler) -> Handler:
    """The handler, whose result or failure is told to CloudFormation where CloudFormation called it.

    A direct invocation gets the result, or the exception. Raises TreatycheckError where there is no
    address to answer to.
    """

    @wraps(handler)
    def answering(event: Event, context: LambdaContext) -> dict[str, Any]:
        if "ResponseURL" not in event:
            return handler(event, context)
        try:
            result = handler(event, context)
        except Exception as error:
            answer(event, "FAILED", {}, f"{type(error).__name__}; see {context.log_stream_name}")
            raise
        answer(event, "SUCCESS", result, "loaded")
        return result

    return answering


def answer(event: Event, status: str, data: dict[str, Any], reason: str) -> None:
    """Sends the outcome to the address that the event names. Raises TreatycheckError, OSError."""
    body = {
        "Status": status,
        "Reason": reason,
        "PhysicalResourceId": event.get("PhysicalResourceId") or PHYSICAL_ID,
        "StackId": event["StackId"],
        "RequestId": event["RequestId"],
        "LogicalResourceId": event["LogicalResourceId"],
        "Data": data,
    }
    send(event["ResponseURL"], json.dumps(body).encode("ascii"))


def send(url: str, body: bytes) -> None:
    """Puts the body at an https address. Raises TreatycheckError for any other, OSError."""
    if urlsplit(url).scheme != "https":
        raise TreatycheckError("CloudFormation's address is not https")
    # the address is signed for a request without a content type
    request = urllib.request.Request(url, data=body, method="PUT", headers={"Content-Type": ""})
    with urllib.request.urlopen(request, timeout=_SECONDS):
        pass
