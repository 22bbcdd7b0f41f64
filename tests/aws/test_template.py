"""The template beside what it must agree with: routes, rights, pinned versions."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from tests.aws.tables import ROOT, template
from tests.functions.event_files import cases, event
from treatycheck.aws.administration import Administration
from treatycheck.aws.api import routes
from treatycheck.aws.listing import Listing

RESOURCES = template()["Resources"]


def of_type(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ((name, found["Properties"]) for name, found in RESOURCES.items() if found["Type"] == kind)


def actions(function: str, table: str) -> set[str]:
    """What the policies of a function allow it to do with a table."""
    policies = RESOURCES[function]["Properties"]["Policies"]
    statements = (statement for policy in policies for statement in policy["Statement"])
    return {action for found in statements if found["Resource"] == f"{table}.Arn" for action in found["Action"]}


def events(function: str) -> list[dict[str, Any]]:
    return [route["Properties"] for route in RESOURCES[function]["Properties"]["Events"].values()]


def paths(function: str) -> set[str]:
    return {route["Path"] for route in events(function)}


def in_braces(path: str) -> str:
    return path.replace("<", "{").replace(">", "}")


def test_the_template_names_every_route() -> None:
    nothing: Any = None  # the tables of routes need no service
    assert {in_braces(path) for _, path, _ in routes(nothing, nothing)} | {"/{proxy+}"} == paths("ApiFunction")


def test_the_template_names_every_route_that_changes_something_and_asks_for_a_signature() -> None:
    nothing: Any = None
    routes = {(method, in_braces(path)) for method, path, _ in Administration(nothing, nothing, nothing).table()}
    assert {(route["Method"].upper(), route["Path"]) for route in events("AdminFunction")} == routes
    assert all(route["Auth"] == {"Authorizer": "AWS_IAM", "InvokeRole": "NONE"} for route in events("AdminFunction"))


def test_the_template_names_every_route_of_lists_and_asks_for_a_key() -> None:
    nothing: Any = None
    routes = {(method, in_braces(path)) for method, path, _ in Listing(nothing, nothing).table()}
    heads = {("HEAD", path) for method, path in routes if method == "GET"}
    keyed = {(route["Method"].upper(), route["Path"]) for route in events("ListFunction") if "Auth" in route}
    assert keyed == routes | heads
    assert {route["Path"] for route in events("ListFunction") if route["Method"] == "any"} == paths("ListFunction")


def test_the_events_come_from_paths_of_the_template() -> None:
    assert {event(f"api.{case}")["resource"] for case in cases("api")} == paths("ApiFunction")
    assert {event(f"lists.{case}")["resource"] for case in cases("lists")} == paths("ListFunction")
    assert {event(f"admin.{case}")["resource"] for case in cases("admin")} == paths("AdminFunction")


def test_functions_may_do_what_they_need_and_no_more() -> None:
    assert actions("ApiFunction", "FactTable") == {"dynamodb:GetItem", "dynamodb:Query"}
    assert actions("ApiFunction", "ListTable") == {"dynamodb:GetItem"}
    assert actions("ListFunction", "ListTable") == {"dynamodb:GetItem", "dynamodb:PutItem"}
    assert actions("ListFunction", "FactTable") == set()
    assert actions("AdminFunction", "FactTable") == {"dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem"}
    writes = {"dynamodb:PutItem", "dynamodb:BatchWriteItem"}
    assert actions("LoaderFunction", "FactTable") == {"dynamodb:GetItem", "dynamodb:Scan", *writes}
    assert actions("AdminFunction", "ListTable") == actions("LoaderFunction", "ListTable") == set()


def test_policies_name_tables_and_no_wildcard() -> None:
    for name, function in of_type("AWS::Serverless::Function"):
        for policy in () if name.startswith("Audit") else function["Policies"]:
            assert {statement["Resource"] for statement in policy["Statement"]} <= {"FactTable.Arn", "ListTable.Arn"}


def test_tables_are_kept_encrypted_and_can_be_brought_back() -> None:
    for name, table in of_type("AWS::DynamoDB::Table"):
        assert RESOURCES[name]["DeletionPolicy"] == RESOURCES[name]["UpdateReplacePolicy"] == "Retain"
        assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
        assert table["SSESpecification"] == {"SSEEnabled": True}
        assert table["DeletionProtectionEnabled"] == "DeletionProtection"


def test_functions_have_code_and_a_log_that_ends() -> None:
    for _, function in of_type("AWS::Serverless::Function"):
        assert (ROOT / function["CodeUri"] / "app.py").is_file()
        assert "RetentionInDays" in RESOURCES[function["LoggingConfig"]["LogGroup"]]["Properties"]


def test_access_logs_hold_no_body_and_no_query() -> None:
    text = RESOURCES["Api"]["Properties"]["AccessLogSetting"]["Format"]
    assert not {"body", "query", "$context.path"} & set(text.replace('"', " ").split())
    assert RESOURCES["Api"]["Properties"]["MethodSettings"][0]["DataTraceEnabled"] is False


def test_the_layer_has_the_pinned_versions_but_for_what_lambda_brings() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    elsewhere = ("boto3", "uvicorn")
    pins = project["dependencies"] + project["optional-dependencies"]["audit"]
    lines = (ROOT / "shared" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    layer = [line for line in lines if line and not line.startswith("#")]
    assert layer == [pin for pin in pins if not pin.startswith(elsewhere)]


def test_texts_need_a_key_and_preflights_none() -> None:
    keyed = {(route["Method"], route["Path"]) for route in events("ApiFunction") if "Auth" in route}
    assert keyed == {("post", path) for path in ("/v1/verify", "/v1/verify/batch", "/v1/extract")}
    assert {("any", path) for _, path in keyed} <= {(route["Method"], route["Path"]) for route in events("ApiFunction")}


def test_a_key_has_a_rate_a_burst_and_a_quota() -> None:
    ((_, plan),) = of_type("AWS::ApiGateway::UsagePlan")
    assert plan["Throttle"].keys() == {"RateLimit", "BurstLimit"} and plan["Quota"]["Period"] == "DAY"


def test_what_the_gateway_refuses_is_a_problem_that_names_the_limit() -> None:
    for name, response in RESOURCES["Api"]["Properties"]["GatewayResponses"].items():
        problem = json.loads(numbered(response["ResponseTemplates"]["application/json"]))
        headers = response["ResponseParameters"]["Headers"]
        assert problem["status"] == response["StatusCode"] and headers["Content-Type"] == "'application/problem+json'"
        if problem["status"] in {413, 429}:
            assert problem["limit"].keys() == {"value", "unit"} and headers["Retry-After"], name


def numbered(text: str) -> str:
    """The text with each parameter replaced by a number."""
    return re.sub(r"\$\{\w+\}", "1", text)


def test_who_asks_too_often_without_a_key_is_told_the_limit() -> None:
    acl = RESOURCES["WebAcl"]["Properties"]
    (rule,) = acl["Rules"]
    statements = rule["Statement"]["RateBasedStatement"]["ScopeDownStatement"]["OrStatement"]["Statements"]
    searched = [statement["ByteMatchStatement"]["SearchString"] for statement in statements]
    keyed = {route["Path"] for route in events("ApiFunction") if "Auth" in route}
    assert set(searched) <= paths("ApiFunction") - keyed
    problem = json.loads(numbered(acl["CustomResponseBodies"]["TooManyRequests"]["Content"]))
    assert problem["status"] == rule["Action"]["Block"]["CustomResponse"]["ResponseCode"] == 429
    assert problem["limit"].keys() == {"value", "unit"}


def test_the_dashboard_is_json() -> None:
    ((_, dashboard),) = of_type("AWS::CloudWatch::Dashboard")
    body = re.sub(r"\$\{[\w:]+\}", "name", dashboard["DashboardBody"])
    assert len(json.loads(body)["widgets"]) == 4


def test_alarms_tell_a_topic() -> None:
    assert all("AlarmActions" in alarm for _, alarm in of_type("AWS::CloudWatch::Alarm"))
