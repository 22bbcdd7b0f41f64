"""What moto 5.2 leaves out of a distributed map, as Step Functions documents it.

moto runs the definition, but its grammar knows no ItemBatcher, it reads one page of a listing, neither JSON Lines nor
inventories, tolerates every failure, and writes a manifest of results without the results.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from types import SimpleNamespace
from typing import Any

import boto3
import pytest
from moto.stepfunctions.parser.api import HistoryEventType
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent, FailureEventException
from moto.stepfunctions.parser.asl.component.common.retry import retrier_decl
from moto.stepfunctions.parser.asl.component.state.exec.state_map.item_reader import item_reader_decl
from moto.stepfunctions.parser.asl.component.state.exec.state_map.item_reader.eval import (
    resource_eval_s3 as reading,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_map.item_reader.reader_config.input_type import InputType
from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration.distributed_iteration_component import (
    DistributedIterationComponent,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration.itemprocessor import (
    distributed_item_processor_worker as processing,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_map.result_writer.resource_eval import (
    resource_eval_s3 as writing,
)
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser

Batcher = dict[str, Any]
# the parser takes seconds; what it makes of a definition keeps nothing of the executions
parse_once = cache(AmazonStateLanguageParser.parse)
RETRIES_SLEEP_SECONDS = 0.001


@dataclass
class Outcomes:
    """How the batches of one map ended."""

    succeeded: list[dict[str, Any]] = field(default_factory=list)
    failed: list[dict[str, Any]] = field(default_factory=list)

    def add(self, job: Any, state: Any) -> None:
        """One more batch, and the state that its execution ended in."""
        told = {"Input": json.dumps(job.job_input), "InputDetails": {"Included": True}, "Name": str(job.job_index)}
        if type(state).__name__ == "ProgramError":
            self.failed.append(told | {"Status": "FAILED", **titled(state.error)})
        elif type(state).__name__ == "ProgramEnded":
            self.succeeded.append(told | {"Status": "SUCCEEDED", "Output": json.dumps(job.job_output)})


@dataclass
class DistributedMap:
    """Patches moto; keeps the batchers by the label of their map, the outcomes by the ARN of their run.

    `before_workers` is told how many threads are about to work on a map, `after_worker` that one of them has ended.
    """

    patch: pytest.MonkeyPatch
    duplicate_batches: bool = False
    before_workers: Callable[[int], None] = lambda _count: None
    after_worker: Callable[[], None] = lambda: None
    batchers: dict[str, Batcher] = field(default_factory=dict)
    outcomes: dict[str, Outcomes] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def install(self) -> None:
        """Adds what is missing."""
        self._parse_without_batchers()
        self._read_more()
        self._run_batches()
        self._write_results()
        self.patch.setattr(retrier_decl, "time", SimpleNamespace(sleep=lambda _: None))

    def _parse_without_batchers(self) -> None:
        def parsed(definition: str) -> Any:
            content = json.loads(definition)
            for state in content["States"].values():
                if batcher := state.pop("ItemBatcher", None):
                    self.batchers[state["Label"]] = batcher
            return parse_once(json.dumps(content))

        self.patch.setattr(AmazonStateLanguageParser, "parse", staticmethod(parsed))

    def _read_more(self) -> None:
        def take_any(self: Any, input_type: str) -> None:
            self.input_type_value = input_type

        self.patch.setattr(InputType, "__init__", take_any)
        self.patch.setattr(item_reader_decl, "resource_output_transformer_for", Transformer)
        self.patch.setattr(reading.ResourceEvalS3, "_handle_list_objects_v2", staticmethod(list_all))

    def _run_batches(self) -> None:
        run, worker = DistributedIterationComponent._map_run, processing.DistributedItemProcessorWorker
        evaluate, keeper = worker._eval_job, self

        def run_in_batches(self: Any, env: Any, eval_input: Any) -> None:
            outcomes = keeper.outcomes.setdefault(eval_input.map_run_record.map_run_arn, Outcomes())
            batches = keeper.batched(env.stack.pop(), keeper.batchers[eval_input.label], env)
            env.stack.append(batches)
            if batches:
                keeper.before_workers(eval_input.map_run_record.max_concurrency)
                run(self, env, eval_input)
            share = 100 * len(outcomes.failed) / max(1, len(batches))
            if share > eval_input.tolerated_failure_percentage:
                raise too_many_failures(env)

        def evaluated(self: Any, env: Any, job: Any) -> None:
            evaluate(self, env, job)
            with keeper.lock:
                keeper.outcomes[self._map_run_record.map_run_arn].add(job, env.program_state())

        self.patch.setattr(DistributedIterationComponent, "_map_run", run_in_batches)
        self.patch.setattr(worker, "_eval_job", evaluated)
        self.patch.setattr(worker, "eval", self._ending(worker.eval))

    def _ending(self, work: Callable[[Any], None]) -> Callable[[Any], None]:
        def worked(worker: Any) -> None:
            try:
                work(worker)
            finally:
                self.after_worker()

        return worked

    def batched(self, items: list[Any], batcher: Batcher, env: Any) -> list[dict[str, Any]]:
        """The inputs of the child executions; each twice where deliveries are to be duplicated."""
        shared = filled(batcher.get("BatchInput", {}), env.states.get_input())
        (most,) = filled({"most.$": batcher["MaxItemsPerBatchPath"]}, env.states.get_input()).values()
        parts = (items[start : start + most] for start in range(0, len(items), most))
        return [{"BatchInput": shared, "Items": part} for part in parts for _ in range(1 + self.duplicate_batches)]

    def _write_results(self) -> None:
        keeper = self

        def put_results(env: Any, part: Any, credentials: Any) -> None:
            parameters = env.stack.pop()
            env.stack.pop()
            run_arn = env.map_run_record_pool_manager.get_all().pop().map_run_arn
            details = write_results(part.region, parameters, run_arn, keeper.outcomes[run_arn])
            env.stack.append({"MapRunArn": run_arn, "ResultWriterDetails": details})

        self.patch.setattr(writing.ResourceEvalS3, "_handle_put_object", staticmethod(put_results))


class Transformer:
    """The items of a file of the declared type, instead of moto's own transformers for CSV and JSON."""

    def __init__(self, input_type: InputType) -> None:
        self._input_type = str(input_type.input_type_value)

    def eval(self, env: Any) -> None:
        env.stack.pop()
        text = env.stack.pop()
        if self._input_type == "JSONL":
            env.stack.append([json.loads(line) for line in text.splitlines() if line])
        else:
            assert self._input_type == "MANIFEST"
            env.stack.append(list(inventory_rows(json.loads(text), env.aws_execution_details.region)))


def inventory_rows(manifest: dict[str, Any], region: str) -> Iterator[dict[str, str]]:
    """The rows of an S3 inventory in CSV."""
    assert manifest["fileFormat"] == "CSV"
    columns = [column.strip() for column in manifest["fileSchema"].split(",")]
    bucket = manifest["destinationBucket"].rpartition(":")[2]
    for file in manifest["files"]:
        body = boto3.client("s3", region_name=region).get_object(Bucket=bucket, Key=file["key"])["Body"].read()
        for row in csv.reader(io.StringIO(gzip.decompress(body).decode())):
            yield dict(zip(columns, row, strict=True))


def list_all(env: Any, part: Any, credentials: Any) -> None:
    """All pages of a listing."""
    pages = boto3.client("s3", region_name=part.region).get_paginator("list_objects_v2").paginate(**env.stack.pop())
    contents = [found for page in pages for found in page.get("Contents", [])]
    env.stack.append(json.loads(json.dumps(contents, default=str)))


def filled(template: dict[str, Any], given: Any) -> dict[str, Any]:
    """The template with the plain paths of its `….$` keys looked up in the input."""
    content = {}
    for key, value in template.items():
        found = given
        for name in value.removeprefix("$").strip(".").split("."):
            found = found[name] if name else found
        content[key.removesuffix(".$")] = found
    return content


def titled(error: dict[str, Any]) -> dict[str, Any]:
    return {key.capitalize(): value for key, value in error.items()}


def too_many_failures(env: Any) -> FailureEventException:
    name = "States.ExceedToleratedFailureThreshold"
    details: Any = {"mapRunFailedEventDetails": {"error": name, "cause": "too many batches failed"}}
    return FailureEventException(
        FailureEvent(
            env=env,
            error_name=CustomErrorName(name),
            event_type=HistoryEventType.MapRunFailed,
            event_details=details,
        )
    )


def write_results(region: str, parameters: dict[str, Any], run_arn: str, outcomes: Outcomes) -> dict[str, str]:
    """Writes the manifest and the files that it names, as ResultWriter does."""
    s3, bucket = boto3.client("s3", region_name=region), parameters["Bucket"]
    folder = f"{parameters['Prefix'].rstrip('/')}/{run_arn.rpartition(':')[2]}"
    files: dict[str, list[Any]] = {"FAILED": [], "PENDING": [], "SUCCEEDED": []}
    for status, told in (("FAILED", outcomes.failed), ("SUCCEEDED", outcomes.succeeded)):
        if told:
            body = json.dumps(told).encode()
            s3.put_object(Bucket=bucket, Key=f"{folder}/{status}_0.json", Body=body)
            files[status].append({"Key": f"{folder}/{status}_0.json", "Size": len(body)})
    manifest = {"DestinationBucket": bucket, "MapRunArn": run_arn, "ResultFiles": files}
    s3.put_object(Bucket=bucket, Key=f"{folder}/manifest.json", Body=json.dumps(manifest).encode())
    return {"Bucket": bucket, "Key": f"{folder}/manifest.json"}


@contextmanager
def distributed_maps(duplicate_batches: bool = False) -> Iterator[DistributedMap]:
    """moto with whole distributed maps."""
    with pytest.MonkeyPatch.context() as patch:
        maps = DistributedMap(patch, duplicate_batches)
        maps.install()
        yield maps
