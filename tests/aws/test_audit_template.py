"""The template and the state machine's definition beside what audits need."""

from __future__ import annotations

import json
from typing import Any

import yaml

from tests.aws.tables import ROOT
from tests.aws.test_template import RESOURCES, events, in_braces, of_type
from treatycheck.aws.audits.requests import read_request
from treatycheck.aws.audits.routes import AuditRoutes


def statements(function: str) -> list[dict[str, Any]]:
    policies = RESOURCES[function]["Properties"]["Policies"]
    return [statement for policy in policies for statement in policy["Statement"]]


def allowed(function: str) -> set[str]:
    return {action for statement in statements(function) for action in statement["Action"]}


def test_functions_of_audits_may_do_what_they_need_and_no_more() -> None:
    reads = {"dynamodb:GetItem", "dynamodb:Query"}
    entries = {"dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"}
    kept = reads | entries | {"dynamodb:BatchGetItem", "dynamodb:BatchWriteItem"}
    executions = {"states:StartExecution", "states:StopExecution", "states:ListMapRuns", "states:DescribeMapRun"}
    assert allowed("AuditsFunction") == entries | reads | executions | {"s3:GetObject"}
    assert allowed("AuditBeginFunction") == entries
    assert allowed("AuditVerifyFunction") == kept | {"s3:GetObject"}
    told = {"events:PutEvents", "sns:Publish"}
    assert allowed("AuditFinishFunction") == kept | told | {"s3:GetObject", "s3:PutObject", "s3:ListBucket"}
    assert allowed("AuditRejudgeFunction") == reads | {
        "dynamodb:PutItem",
        "dynamodb:BatchWriteItem",
        "events:PutEvents",
    }


def test_functions_of_audits_change_no_facts_and_name_what_they_touch() -> None:
    for name, _ in of_type("AWS::Serverless::Function"):
        for statement in statements(name) if name.startswith("Audit") else ():
            named = statement["Resource"] if isinstance(statement["Resource"], list) else [statement["Resource"]]
            assert not any("*" in resource.removesuffix("/*").removesuffix(":*") for resource in named)
            if statement["Resource"] == "FactTable.Arn":
                assert set(statement["Action"]) <= {"dynamodb:GetItem", "dynamodb:Query"}


def test_audits_are_for_callers_who_sign() -> None:
    nothing: Any = None
    routes = {(method, in_braces(path)) for method, path, _ in AuditRoutes(nothing, nothing).table()}
    assert {(route["Method"].upper(), route["Path"]) for route in events("AuditsFunction")} == routes
    assert all(route["Auth"] == {"Authorizer": "AWS_IAM", "InvokeRole": "NONE"} for route in events("AuditsFunction"))


def test_the_maps_of_an_audit_differ_in_what_they_read_alone() -> None:
    text = (ROOT / "statemachines" / "audit.asl.yaml").read_text(encoding="utf-8")
    maps = {}
    for name in ("Prefix", "Inventory", "Manifest"):
        state = yaml.safe_load(text)["States"][f"Verify{name}"]
        assert state.pop("Label") == name and state.pop("ItemReader")
        maps[name] = json.dumps(state).replace(f"Verify{name}Batch", "VerifyBatch")
    assert len(set(maps.values())) == 1


def test_what_audits_keep_is_encrypted_kept_and_ends_where_it_should() -> None:
    table, bucket = RESOURCES["AuditTable"], RESOURCES["AuditBucket"]
    assert table["Properties"]["TimeToLiveSpecification"] == {"AttributeName": "expires", "Enabled": True}
    assert bucket["DeletionPolicy"] == bucket["UpdateReplacePolicy"] == "Retain"
    assert all(bucket["Properties"]["PublicAccessBlockConfiguration"].values())
    assert bucket["Properties"]["BucketEncryption"]["ServerSideEncryptionConfiguration"]


def test_the_schedule_asks_for_an_audit_of_the_state_machine() -> None:
    ((_, schedule),) = of_type("AWS::Scheduler::Schedule")
    assert schedule["Target"]["Arn"] == "AuditMachine"
    asked = schedule["Target"]["Input"].replace("${ScheduledArchive}", "news").replace("${ScheduledPrefix}", "archive/")
    assert read_request(json.loads(asked)).prefix == "archive/"
    (statement,) = RESOURCES["AuditTimetableRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
    assert (statement["Action"], statement["Resource"]) == ("states:StartExecution", "AuditMachine")
