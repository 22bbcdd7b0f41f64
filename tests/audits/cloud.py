"""moto's cloud with what the template says of audits: tables, buckets, functions, and the real state machine."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import boto3
import pytest
import yaml
from moto import mock_aws
from moto.awslambda_simple.models import LambdaSimpleBackend
from moto.dynamodb.models import dynamodb_backends

from tests.audits.distributed_map import DistributedMap, distributed_maps
from tests.audits.moto_tables import whole_tables
from tests.aws.samples import STAMP, store_of
from tests.aws.tables import ROOT, create_table, template
from treatycheck.aws.audits.deployment import deployment
from treatycheck.aws.loader import load

REGION = "eu-central-1"
ARCHIVE, REPORTS, FACTS, AUDITS = "archive-bucket", "report-bucket", "facts", "audits"
ACCOUNT = "123456789012"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/tests"
MACHINE = f"arn:aws:states:{REGION}:{ACCOUNT}:stateMachine:audit"
TOPIC = f"arn:aws:sns:{REGION}:{ACCOUNT}:audits"
MOTO: Any = {"stepfunctions": {"execute_state_machine": True}, "lambda": {"use_docker": False}}
ENVIRONMENT = {
    "AWS_DEFAULT_REGION": REGION,
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "TREATYCHECK_TABLE": FACTS,
    "TREATYCHECK_AUDIT_TABLE": AUDITS,
    "TREATYCHECK_ARCHIVE_BUCKET": ARCHIVE,
    "TREATYCHECK_REPORT_BUCKET": REPORTS,
    "TREATYCHECK_AUDIT_MACHINE": MACHINE,
    "TREATYCHECK_AUDIT_TOPIC": TOPIC,
    "TREATYCHECK_AUDIT_EVENTS": "default",
    "TREATYCHECK_AUDIT_CONCURRENCY": "4",
    "TREATYCHECK_AUDIT_BATCH": "20",
    "POWERTOOLS_SERVICE_NAME": "tests",
    "POWERTOOLS_METRICS_NAMESPACE": "Treatycheck",
}
FUNCTIONS = {"BeginFunction": "audit_begin", "VerifyFunction": "audit_verify", "FinishFunction": "audit_finish"}


class Died(BaseException):
    """A worker's process ends: nothing that it could do itself happens any more."""


@dataclass
class Context:
    """What the handlers read of a Lambda context."""

    function_name: str
    memory_limit_in_mb: int = 1769
    invoked_function_arn: str = "arn:aws:lambda:eu-central-1:123456789012:function:tests"
    aws_request_id: str = "4a7e3b1c-0d5f-4c58-9f0e-2f6d1b8c7a90"

    def get_remaining_time_in_millis(self) -> int:
        return 900_000


@dataclass
class Cloud:
    """The clients, and what may be made to go wrong."""

    maps: DistributedMap
    s3: Any = field(default_factory=lambda: boto3.client("s3"))
    dynamodb: Any = field(default_factory=lambda: boto3.client("dynamodb"))
    states: Any = field(default_factory=lambda: boto3.client("stepfunctions"))
    invocations: list[tuple[str, Any]] = field(default_factory=list)
    followed: int = 0
    before_invocation: Callable[[str, Any], None] = lambda _function, _event: None
    after_invocation: Callable[[], None] = lambda: None

    def put(self, objects: Mapping[str, bytes]) -> None:
        """Puts objects into the archive."""
        for key, body in objects.items():
            self.s3.put_object(Bucket=ARCHIVE, Key=key, Body=body)

    def start(self, request: dict[str, Any], name: str) -> str:
        """Starts the state machine; the ARN of the execution."""
        started = self.states.start_execution(stateMachineArn=MACHINE, name=name, input=json.dumps(request))
        arn: str = started["executionArn"]
        return arn

    def ended(self, execution: str, seconds: float = 1800.0) -> dict[str, Any]:
        """The description of an execution that has ended."""
        until = time.monotonic() + seconds
        pause = 0.02
        while (told := self.states.describe_execution(executionArn=execution))["status"] == "RUNNING":
            assert time.monotonic() < until, "the execution does not end"
            # to ask costs time that the execution, in threads of this process, then lacks
            time.sleep(pause)
            pause = min(pause * 1.5, 1.0)
        found: dict[str, Any] = told
        return found

    def report(self, execution: dict[str, Any], kind: str) -> list[dict[str, Any]]:
        """The lines of one kind of the report in JSON Lines of an audit that succeeded."""
        assert execution["status"] == "SUCCEEDED", execution
        key = json.loads(execution["output"])["reports"]["jsonl"]
        body = self.s3.get_object(Bucket=REPORTS, Key=key)["Body"].read()
        return [content for line in body.splitlines() if (content := json.loads(line))["type"] == kind]

    def ended_audit(self, audit_id: str) -> dict[str, Any]:
        """The latest execution of an audit, ended."""
        while not (executions := deployment().ledger.audit(audit_id).executions):
            time.sleep(0.02)
        found = self.states.list_executions(stateMachineArn=MACHINE)["executions"]
        latest = max((one for one in found if audit_id in one["name"]), key=lambda one: one["name"], default=None)
        return self.ended(latest["executionArn"] if latest else executions[-1])

    def tell_of(self, execution: dict[str, Any]) -> None:
        """Tells the last function of an execution that ended, as the template's rule does."""
        detail = {key: execution[key] for key in ("executionArn", "name", "status")}
        detail["startDate"] = int(execution["startDate"].timestamp() * 1000)
        import_module("functions.audit_finish.app").handler({"detail": detail}, Context("audit_finish"))

    def follow_facts(self) -> dict[str, int]:
        """Hands what the stream of facts has of new to the function that follows it, less what the template's filter
        keeps from it. moto keeps the stream, but its interface does not answer.
        """
        shard: Any = dynamodb_backends[ACCOUNT][REGION].get_table(FACTS).stream_shard
        new = [item.to_json() for item in shard.items[self.followed :]]
        self.followed += len(new)
        records = json.loads(json.dumps([record for record in new if passes_filter(record)], default=str))
        app = import_module("functions.audit_rejudge.app")
        counts: dict[str, int] = app.handler({"Records": records}, Context("audit_rejudge"))
        return counts

    def listen(self) -> str:
        """A queue that hears what the topic and the bus are told."""
        sqs, events = boto3.client("sqs"), boto3.client("events")
        queue: str = sqs.create_queue(QueueName="heard")["QueueUrl"]
        arn = f"arn:aws:sqs:{REGION}:{ACCOUNT}:heard"
        boto3.client("sns").subscribe(TopicArn=TOPIC, Protocol="sqs", Endpoint=arn)
        events.put_rule(Name="all", EventPattern=json.dumps({"source": ["treatycheck"]}))
        events.put_targets(Rule="all", Targets=[{"Id": "1", "Arn": arn}])
        return queue

    def heard(self, queue: str) -> list[dict[str, Any]]:
        """What was told so far."""
        messages: list[dict[str, Any]] = []
        while found := boto3.client("sqs").receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages"):
            for message in found:
                messages.append(json.loads(message["Body"]))
                boto3.client("sqs").delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
        return messages

    def audit(self, request: dict[str, Any], name: str) -> dict[str, Any]:
        """Runs an audit to its end."""
        return self.ended(self.start(request, name))


def passes_filter(record: dict[str, Any]) -> bool:
    """Whether a filter of the template's event source takes a record: the parts of its language that it uses."""
    events = template()["Resources"]["AuditRejudgeFunction"]["Properties"]["Events"]
    filters = events["FactChanged"]["Properties"]["FilterCriteria"]["Filters"]
    return any(matches(json.loads(one["Pattern"]), record) for one in filters)


def matches(pattern: dict[str, Any], content: Any) -> bool:
    return all(
        matches(wanted, content.get(name, {}))
        if isinstance(wanted, dict)
        else any(
            str(content.get(name)).startswith(one["prefix"]) if isinstance(one, dict) else content.get(name) == one
            for one in wanted
        )
        for name, wanted in pattern.items()
    )


def definition() -> str:
    """The definition in the repository with the template's substitutions, as JSON."""
    text = (ROOT / "statemachines" / "audit.asl.yaml").read_text(encoding="utf-8")
    wanted = template()["Resources"]["AuditMachine"]["Properties"]["DefinitionSubstitutions"]
    values = {"Partition": "aws", "AuditBucket": REPORTS, **FUNCTIONS}
    assert values.keys() == wanted.keys() and set(re.findall(r"\$\{(\w+)\}", text)) <= values.keys()
    return json.dumps(yaml.safe_load(re.sub(r"\$\{(\w+)\}", lambda found: values[found[1]], text)))


@contextmanager
def cloud_of_audits(duplicate_batches: bool = False) -> Iterator[Cloud]:
    """The cloud; each batch is delivered twice where that is wanted."""
    with mock_aws(config=MOTO), distributed_maps(duplicate_batches) as maps, pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        deployment.cache_clear()
        whole_tables(patch)
        cloud = Cloud(maps)
        make_resources(cloud)
        run_functions(cloud, patch)
        yield cloud
        deployment.cache_clear()


def make_resources(cloud: Cloud) -> None:
    for bucket in (ARCHIVE, REPORTS):
        cloud.s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    create_table(cloud.dynamodb, FACTS)
    create_table(cloud.dynamodb, AUDITS, "AuditTable")
    boto3.client("sns").create_topic(Name="audits")
    load(cloud.dynamodb, FACTS, store_of(), STAMP)
    cloud.states.create_state_machine(name="audit", definition=definition(), roleArn=ROLE)


def run_functions(cloud: Cloud, patch: pytest.MonkeyPatch) -> None:
    """Has the handlers of the repository run, in this process, where moto's functions would do nothing."""
    iam, client = boto3.client("iam"), boto3.client("lambda")
    role = iam.create_role(RoleName="tests", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
    for name in FUNCTIONS.values():
        client.create_function(
            FunctionName=name, Role=role, Handler="app.handler", Runtime="python3.13", Code={"ZipFile": b"-"}
        )

    def invoke(self: Any, function_name: str, qualifier: Any, body: Any, headers: Any, response_headers: Any) -> bytes:
        event = json.loads(body)
        cloud.invocations.append((function_name, event))
        try:
            cloud.before_invocation(function_name, event)
            answer = import_module(f"functions.{function_name}.app").handler(event, Context(function_name))
            cloud.after_invocation()
            return json.dumps(answer).encode()
        except Died:
            answer = {"errorType": "Runtime.ExitError", "errorMessage": "the process ended"}
        except Exception as error:
            answer = {"errorType": type(error).__name__, "errorMessage": str(error)}
        response_headers["x-amz-function-error"] = "Unhandled"
        return json.dumps(answer).encode()

    patch.setattr(LambdaSimpleBackend, "invoke", invoke)
