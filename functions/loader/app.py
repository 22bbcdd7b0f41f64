"""Loads the packaged facts into the table: on each deployment as a custom resource, or when invoked."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from treatycheck.aws.clock import now_in_utc
from treatycheck.aws.custom_resource import answered_to_cloudformation
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.loader import load
from treatycheck.aws.settings import read_settings
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.store import Stamp

logger = Logger()


@logger.inject_lambda_context
@answered_to_cloudformation
def handler(event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
    """Loads, unless a stack is being deleted, and tells what was done."""
    if event.get("RequestType") == "Delete":
        return {}
    settings = read_settings()
    client = dynamodb_client(settings.dynamodb_endpoint)
    packaged = BundledFactStore.load()
    stamp = Stamp("loader", now_in_utc(), f"loaded the packaged reference {packaged.reference().version}")
    result = asdict(load(client, settings.table_name, packaged, stamp))
    # CloudFormation takes answers of 4 kB at most
    answer = result | {"kept": len(result["kept"]), "conflicts": len(result["conflicts"])}
    logger.info("loaded", extra=result)
    return answer
