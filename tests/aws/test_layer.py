"""The layer as `sam build` makes it, but for this machine: run by a Python of Lambda's version."""

from __future__ import annotations

import importlib.util
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tests.aws.tables import ROOT, template

pytestmark = pytest.mark.slow

# what Lambda's runtime brings: all in plain Python, so this environment's serve any version
BROUGHT = ("botocore", "dateutil", "urllib3", "six")
PROGRAM = """
import json, sys
from types import SimpleNamespace
import app, treatycheck.pipeline
context = SimpleNamespace(function_name="f", memory_limit_in_mb=1, invoked_function_arn="a", aws_request_id="r")
answer = app.handler(json.load(open(sys.argv[1])), context)
uncompiled = [m.__name__ for m in list(sys.modules.values())
              if str(getattr(m, "__file__", "")).startswith(sys.argv[2]) and m.__file__.endswith(".py")
              and not __import__("os").path.exists(m.__cached__)]
print(json.dumps({"status": answer["statusCode"], "uncompiled": uncompiled}))
"""


def runtime_python() -> str:
    """A Python of the version that the template names, or a skipped test."""
    version = template()["Globals"]["Function"]["Runtime"].removeprefix("python")
    found = subprocess.run([ROOT / "shared" / "find-python", version], capture_output=True, text=True, check=True)
    return found.stdout.strip() or pytest.skip(f"no Python {version} here")


@pytest.fixture(scope="module")
def layer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The layer's `python` folder, built for this machine and then made read-only."""
    if sys.platform != "linux":
        pytest.skip("wheels for this machine have other names")
    target = tmp_path_factory.mktemp("layer")
    variables = [f"ARTIFACTS_DIR={target}", f"PLATFORM=manylinux_2_28_{platform.machine()}", f"PYTHON={sys.executable}"]
    subprocess.run(["make", "-C", ROOT / "shared", "build-TreatycheckLayer", *variables], check=True)
    return target / "python"


def test_it_holds_the_package_with_its_data_and_no_tools(layer: Path) -> None:
    assert (layer / "treatycheck" / "data" / "facts.json").is_file()
    assert not list(layer.glob("boto*")) and not (layer / "bin").exists()


def test_the_api_runs_on_it_from_bytecode(layer: Path, tmp_path: Path) -> None:
    python = runtime_python()
    for name in BROUGHT:
        spec = importlib.util.find_spec(name)
        assert spec is not None and spec.origin is not None
        origin = Path(spec.origin)
        source = origin.parent if origin.name == "__init__.py" else origin
        (tmp_path / source.name).symlink_to(source)
    paths = [layer, ROOT / "functions" / "api", tmp_path]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "PYTHONDONTWRITEBYTECODE": "1",
        "POWERTOOLS_METRICS_NAMESPACE": "Treatycheck",
        "POWERTOOLS_SERVICE_NAME": "tests",
    }
    event = str(ROOT / "events" / "api.relations.json")
    command = [python, "-c", PROGRAM, event, str(layer)]
    outcome = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert outcome.returncode == 0, outcome.stderr
    assert json.loads(outcome.stdout.splitlines()[-1]) == {"status": 200, "uncompiled": []}
