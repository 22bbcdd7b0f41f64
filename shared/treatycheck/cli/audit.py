"""`treatycheck audit`: checks whole archives, and tells what is new since the last time."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from treatycheck.cli.inputs import read_ids
from treatycheck.cli.options import day, days, number_of_processes
from treatycheck.errors import InvalidInput

if TYPE_CHECKING:
    from treatycheck.audit.archive import Archive, Settings
    from treatycheck.audit.local.state import Run, State
    from treatycheck.cli.options import Subcommands

DEFAULT_STATE = "treatycheck-audit.sqlite"
FORMATS = ("text", "html", "csv", "sarif", "jsonl")
FAIL_ON = ("refuted", "not_enough_info", "failure", "none")
_INTERRUPTED = 130


def add_audit(commands: Subcommands) -> None:
    """Adds the command and its options."""
    parser = commands.add_parser(
        "audit",
        help="check whole archives, and tell what is new",
        description="Exit status: 0 nothing refuted, 1 something refuted, 2 bad use or unreadable input.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files, folders, globs, s3://bucket/prefix: text, HTML, "
        "Markdown, JSON Lines, RSS, Atom, WARC, each also gzipped",
    )
    parser.add_argument("--state", default=DEFAULT_STATE, metavar="FILE", help="what is known (default: %(default)s)")
    parser.add_argument("--resume", action="store_true", help="go on with the audit that was not finished")
    parser.add_argument("--report", action="store_true", help="audit nothing, report the last audit again")
    parser.add_argument("--since-last", action="store_true", help="list only what is new, changed or fixed")
    parser.add_argument("--all", action="store_true", help="list supported claims, too")
    parser.add_argument("--ignore", metavar="FILE", help="findings or claims to suppress: their ids, one a line")
    parser.add_argument("--fail-on", choices=FAIL_ON, default="refuted", help="what gives exit status 1")
    parser.add_argument("--format", choices=FORMATS, default="text", help="of the report (default: %(default)s)")
    parser.add_argument("--output", metavar="FILE", help="write the report there instead of standard output")
    parser.add_argument(
        "--workers", type=number_of_processes, metavar="N", help="processes (default: one for each processor)"
    )
    parser.add_argument("--published", type=days, metavar="DATE", help="the date of articles that tell none")
    parser.add_argument("--published-pattern", metavar="PATTERN", help="the date in names, such as DD-MM-YYYY")
    parser.add_argument("--as-of", type=day, metavar="DATE", help="judge articles without a date as of then")
    parser.add_argument("--endpoint-url", metavar="URL", help="where S3 answers, if not on AWS")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Runs the command and gives its exit status. Raises TreatycheckError, OSError."""
    from treatycheck.audit.local.state import opened_state
    from treatycheck.cli.audit_report import write_report

    _check(options)
    ignored = read_ids(options.ignore) if options.ignore else frozenset()
    with opened_state(options.state) as state:
        try:
            last = state.last() if options.report else _audit(options, state)
        except KeyboardInterrupt:
            return interrupted(options)
        if last is None:
            raise InvalidInput(f"{options.state}: there is no audit to report")
        return write_report(options, state, last, ignored)


def interrupted(options: argparse.Namespace) -> int:
    """Tells how to go on; what was done is kept."""
    command = f"treatycheck audit --state {shlex.quote(options.state)} --resume"
    print(f"treatycheck: interrupted; go on with: {command}", file=sys.stderr)
    return _INTERRUPTED


def _check(options: argparse.Namespace) -> None:
    if options.report or options.resume:
        told = ("paths", "published", "published_pattern", "as_of", "endpoint_url")
        given = [name for name in told if getattr(options, name)]
        if given or (options.report and options.resume):
            what = given[0].replace("_", "-") if given else "resume"
            raise InvalidInput(f"--{'report' if options.report else 'resume'} takes no {what}: the state knows")
        if not Path(options.state).exists():
            raise InvalidInput(f"{options.state}: there is no such state")
    elif not options.paths:
        raise InvalidInput("what is to be audited? Give files, folders, globs or s3:// addresses")
    if not options.state:
        raise InvalidInput("--state needs the name of a file")
    if options.output and not Path(options.output).absolute().parent.is_dir():
        raise InvalidInput(f"{options.output}: there is no such folder")
    if options.output and Path(options.output).is_dir():
        raise InvalidInput(f"{options.output} is a folder")


def _audit(options: argparse.Namespace, state: State) -> Run:
    from treatycheck.audit.local.runner import Runner
    from treatycheck.audit.local.worker import Setup
    from treatycheck.cli.progress import ProgressLine
    from treatycheck.facts.bundled import BundledFactStore

    reference = BundledFactStore.load().reference().version
    request = state.resume(reference) if options.resume else None
    asked = request.request if request else _request(options)
    archive, settings = _archive(asked, _apart(options)), _settings(asked)
    audit = request or state.begin(options.as_of or date.today(), asked, reference)
    setup = Setup(BundledFactStore.load, settings, audit.today)
    with ProgressLine(sys.stderr) as line:
        Runner(state, audit, archive, setup, options.workers or _processors(), line.watch).audit()
    return audit


def _request(options: argparse.Namespace) -> dict[str, Any]:
    """What is asked, as the state keeps it for `--resume`."""
    return {
        "paths": options.paths,
        "endpoint_url": options.endpoint_url,
        "published": options.published.last.isoformat() if options.published else None,
        "published_pattern": options.published_pattern,
    }


def _settings(request: dict[str, Any]) -> Settings:
    """How to read. Raises InvalidInput for a bad pattern."""
    from treatycheck.audit.archive import Settings
    from treatycheck.audit.dating.names import compiled

    pattern, published = request["published_pattern"], request["published"]
    if pattern:
        compiled(pattern)
    return Settings(name_pattern=pattern, published=date.fromisoformat(published) if published else None)


def _apart(options: argparse.Namespace) -> list[str]:
    """The command's own files, which may lie in a folder that is audited."""
    own = [options.state, *([options.output] if options.output else [])]
    return [f"{name}{ending}" for name in own for ending in ("", "-wal", "-journal", ".partial")]


def _archive(request: dict[str, Any], apart: list[str]) -> Archive:
    from treatycheck.audit.local.folders import Folders
    from treatycheck.audit.local.joined import Joined

    buckets = [path for path in request["paths"] if path.startswith("s3://")]
    folders = [path for path in request["paths"] if not path.startswith("s3://")]
    archives: list[Archive] = [Folders(folders, apart)] if folders else []
    if buckets:
        from treatycheck.aws.s3_archive import S3Archive

        archives += [S3Archive(address, request["endpoint_url"]) for address in buckets]
    return archives[0] if len(archives) == 1 else Joined(archives)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
