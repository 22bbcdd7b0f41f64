"""Imports run one way, as docs/architecture.md draws it; the core is pure and light."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "shared" / "treatycheck"

# Each part with the number of its layer: it imports its own part and lower layers only.
LAYERS = {
    "functions": 9,
    "cli": 8,
    "aws": 8,
    "audit": 7,
    "evaluation": 7,
    "render": 7,
    "explain": 6,
    "pipeline": 6,
    "judging": 5,
    "claims": 5,
    "linking": 4,
    "mentions": 3,
    "values": 2,
    "text": 2,
    "reference": 4,
    "relations": 1,
    "facts": 1,
    "data": 0,
    "web": 0,
    "model": 0,
    "errors": 0,
    "interruption": 0,
    "collection": 0,
}
# Imports between parts of one layer, or out of order, that are meant.
ALLOWED = {
    ("audit", "render"): "a finding shows its sentence as reports do",
    ("cli", "aws"): "serve and load import it inside the command",
    ("reference", "linking"): "the build compiles the names",
    ("explain", "pipeline"): "prints the pipeline's own stages",
    ("values", "text"): "both know words",
}
HOMES = {
    "pydantic": {"aws", "reference"},
    "pydantic_core": {"aws"},
    "aws_lambda_powertools": {"aws", "functions"},
    "aws_xray_sdk": set(),
    "boto3": {"aws", "cli"},
    "botocore": {"aws", "cli"},
    "uvicorn": {"aws"},
    "rapidfuzz": {"linking", "cli"},
    "tomllib": {"reference"},
    "charset_normalizer": {"audit"},
    "feedparser": {"audit"},
    "warcio": {"audit"},
    "dateparser": set(),
    "datefinder": set(),
}
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}


def files() -> list[Path]:
    """The files of the package and of the functions."""
    return sorted([*PACKAGE.rglob("*.py"), *(ROOT / "functions").rglob("*.py")])


def part_of(path: Path) -> str:
    """The part of the house that a file belongs to; empty for the package's own `__init__`."""
    if path.is_relative_to(ROOT / "functions"):
        return "functions"
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Each imported module, and whether the import stands at the top of the file."""
    top = {id(statement) for statement in tree_of(path).body}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            module = node.module or ""
            names = [alias.name for alias in node.names] if module == "treatycheck" else [""]
            yield from (((f"{module}.{name}").rstrip("."), id(node) in top) for name in names)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", files(), ids=named)
def test_imports_run_one_way(path: Path) -> None:
    part = part_of(path)
    for module, _ in imports(path):
        if not part or not module.startswith("treatycheck."):
            continue
        other = module.split(".")[1]
        assert part in LAYERS, f"{part} has no layer yet"
        assert other in LAYERS, f"{other} has no layer yet"
        lower = LAYERS[other] < LAYERS[part]
        assert other == part or lower or (part, other) in ALLOWED, f"{named(path)} imports {module}"


@pytest.mark.parametrize("path", files(), ids=named)
def test_heavy_packages_stay_in_their_homes(path: Path) -> None:
    for module, at_the_top in imports(path):
        package = module.split(".")[0]
        if package not in HOMES:
            continue
        assert part_of(path) in HOMES[package], f"{named(path)} imports {module}"
        assert part_of(path) != "cli" or not at_the_top, f"{named(path)} imports {module} at the start"


@pytest.mark.parametrize("path", files(), ids=named)
def test_the_command_line_starts_without_aws_and_the_engine(path: Path) -> None:
    if part_of(path) == "cli":
        late = ("treatycheck.aws", "treatycheck.pipeline", "treatycheck.explain", "treatycheck.facts.bundled")
        early = [module for module, at_the_top in imports(path) if at_the_top and module.startswith(late)]
        assert early == []


def attributes(path: Path) -> Iterator[tuple[str, str]]:
    """Each `name.attribute` in the file."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node.value.id, node.attr


@pytest.mark.parametrize("path", files(), ids=named)
def test_the_environment_is_read_in_one_place(path: Path) -> None:
    reads = {("os", "environ"), ("os", "getenv")} & set(attributes(path))
    allowed = {"shared/treatycheck/aws/settings.py", "shared/treatycheck/cli/outputs.py"}
    assert not reads or named(path) in allowed


@pytest.mark.parametrize("path", files(), ids=named)
def test_the_core_never_asks_what_day_it_is(path: Path) -> None:
    if part_of(path) not in {"cli", "aws", "functions"}:
        assert not CLOCKS & set(attributes(path))


@pytest.mark.parametrize("path", files(), ids=named)
def test_modules_have_no_names_that_say_nothing(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}


HEAVY = {"pydantic", "boto3", "botocore", "aws_lambda_powertools", "aws_xray_sdk", "rich", "click", "uvicorn"} | {
    "charset_normalizer",
    "feedparser",
    "sqlite3",
    "warcio",
}


@pytest.mark.parametrize("module", ["treatycheck.pipeline", "treatycheck.explain", "treatycheck.cli.main"])
def test_importing_the_core_loads_nothing_heavy(module: str) -> None:
    program = f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); import {module}; print(*sys.modules)"
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    assert not HEAVY & set(outcome.stdout.split())


# what costs more to import than it gives: they serve other modules, or few texts
SPARED = {"dataclasses", "importlib.resources", "inspect", "pathlib", "rapidfuzz", "tempfile", "treatycheck.text.html"}


def test_importing_the_pipeline_loads_what_every_text_needs() -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); import treatycheck.pipeline; print(*sys.modules)"
    )
    outcome = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    assert not SPARED & set(outcome.stdout.split())
