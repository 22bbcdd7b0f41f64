"""How long a fresh process takes until it works: `python -m benchmarks.start`. Processor time, bytecode at hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import aims
from benchmarks.aims import Aim, Outcome
from benchmarks.cloud import Recording, served, table_of_facts
from benchmarks.command import Options, Part, folder, run
from benchmarks.contenders import DATEPARSER, ENTITY_RULER, OURS, PHRASE_MATCHER, RECOGNIZERS, contenders
from benchmarks.layer import layer_table
from benchmarks.measure import ROOT, Spread, fresh, in_turn, ratios
from benchmarks.ours import TODAY, event_of
from benchmarks.tables import Table
from benchmarks.texts import article
from benchmarks.throughput import WORDS
from treatycheck.model import Document
from treatycheck.pipeline import verify

_IMPORT = "import json, time; began = time.process_time(); {program}; print(json.dumps(time.process_time() - began))"
_BOTO3 = "import boto3"
_POWERTOOLS = (
    "import boto3; from aws_lambda_powertools import Logger, Metrics; "
    "from aws_lambda_powertools.event_handler import APIGatewayRestResolver"
)
_STORE = "from treatycheck.facts.bundled import BundledFactStore; BundledFactStore.load()"
_API, _WORKER = ROOT / "functions" / "api", ROOT / "functions" / "audit_verify"
# what is started, the folder that it needs besides, and the aim with the yardstick that it is held against
THINGS: tuple[tuple[str, str, Path, tuple[Aim, str] | None], ...] = (
    ("boto3", _BOTO3, ROOT, None),
    ("boto3 and Powertools", _POWERTOOLS, ROOT, None),
    ("core", "import treatycheck.pipeline", ROOT, (aims.CORE_IMPORT, "boto3")),
    ("core, names, facts", f"import treatycheck.pipeline; {_STORE}", ROOT, None),
    ("command line", "import treatycheck.cli.main", ROOT, None),
    ("API handler", "import app", _API, (aims.API_IMPORT, "boto3 and Powertools")),
    ("audit worker", "import app", _WORKER, None),
)
_REQUESTS = """
import json, sys, time
from types import SimpleNamespace
import app
context = SimpleNamespace(function_name="f", memory_limit_in_mb=1, invoked_function_arn="a", aws_request_id="r")
event = json.loads(sys.argv[1])
taken = []
for _ in range(3):
    began = time.process_time()
    answer = app.handler(event, context)
    taken.append(time.process_time() - began)
    assert answer["statusCode"] == 200, answer
print(json.dumps(taken))
"""


def tables(options: Options) -> Iterator[Table]:
    """Imports, first requests, and, where there is time, the layer."""
    yield imports(options)
    yield first_articles(options)
    yield requests(options)
    if not options.quick:
        yield layer_table()


def imports(options: Options) -> Table:
    """Imports in fresh interpreters, in turn."""
    starters = {told: _starter(program, path) for told, program, path, _ in THINGS}
    # whoever comes first writes the bytecode
    in_turn(starters, 1)
    taken = in_turn(starters, options.repeats)
    outcomes: list[Outcome] = []
    rows: list[Sequence[str]] = []
    for told, _, _, held in THINGS:
        beside = [ratios(taken[told], taken[other]) for other in ("boto3", "boto3 and Powertools")]
        if held:
            outcomes.append(held[0].judged(ratios(taken[told], taken[held[1]]).median))
        ratio = [spread.told(2) for spread in beside]
        rows.append((told, Spread.of(taken[told]).told(0, 1000), *ratio, outcomes[-1].cell if held else ""))
    columns = ("import of", "ms (min–max)", "× boto3", "× boto3 and Powertools", "aim")
    return Table("Imports", columns, rows, outcomes=outcomes)


def _starter(program: str, path: Path) -> Callable[[int], float]:
    paths = (ROOT / "shared", path)
    return lambda _: float(fresh(_IMPORT.format(program=program), paths=paths))


def first_articles(options: Options) -> Table:
    """Fresh processes, in turn: what they take till they are ready, and for their first article."""
    programs = (OURS, PHRASE_MATCHER, ENTITY_RULER, DATEPARSER, RECOGNIZERS)
    taken: dict[str, list[tuple[float, float]]] = {}
    with folder() as place:
        file, names = place.documents("article", [article(WORDS)]), place.names()
        # whoever comes first writes the bytecode, and is not counted
        for repeat in range(min(3, options.repeats) + 1):
            for entry in programs:
                with contenders((entry,), names, options.peers) as running:
                    for contender in running.values():
                        first = sum(contender.run(file).seconds)
                        if repeat > 0:
                            taken.setdefault(entry.told, []).append((contender.ready, first))
    rows = [
        (told, *(Spread.of(each).told(0, 1000) for each in zip(*runs, strict=True)), _together(runs))
        for told, runs in taken.items()
    ]
    columns = ("ms of a processor (min–max)", "till ready", "first article of 500 words", "together")
    return Table("From nothing to the first article", columns, rows)


def _together(runs: Sequence[tuple[float, float]]) -> str:
    return Spread.of([sum(run) for run in runs]).told(0, 1000)


def requests(options: Options) -> Table:
    """The first requests of the API's handler, with a table behind a socket; waiting for it does not count."""
    text = article(WORDS)
    store = Recording.begin()
    verify(Document(text, published=TODAY), store, TODAY)
    event = json.dumps(event_of("/v1/verify", {"text": text, "published": TODAY.isoformat()}))
    with table_of_facts(store.asked) as client, served(client) as address:
        asking = partial(fresh, _REQUESTS, event, paths=(ROOT / "shared", _API), TREATYCHECK_DYNAMODB_ENDPOINT=address)
        asking()
        taken = [asking() for _ in range(options.repeats)]
    beyond = Spread.of([first - second for first, second, _ in taken])
    outcome = aims.FIRST_REQUEST.judged(beyond.median * 1000)
    rows = [
        (told, Spread.of([each[number] for each in taken]).told(0, 1000), "")
        for number, told in enumerate(("first", "second, the same", "third, the same"))
    ]
    rows.append(("first beyond second", beyond.told(0, 1000), outcome.cell))
    title = "First requests to a fresh API handler, an article of 500 words"
    return Table(title, ("request", "ms (min–max)", "aim"), rows, outcomes=[outcome])


PART = Part("start", tables)

if __name__ == "__main__":
    run([PART], __doc__)
