"""How long the HTTP interface is kept busy by texts made to take long: `python -m benchmarks.hostile`.

Each text, of the greatest length that is taken, is sent to the handlers. What an answer takes beyond the time that a
text has is what they cannot help: the stretch before the clock is looked at first, the longest one between two looks,
and the writing. All times are processor time, so that a busy machine does not count.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayRestResolver

from treatycheck.aws.api import build_api
from treatycheck.aws.observability import Observer
from treatycheck.aws.service import Service
from treatycheck.aws.settings import Limits
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.model import MAX_CHARACTERS, Document
from treatycheck.pipeline import verify

TODAY = date(2026, 1, 1)
SAMPLE = 8_000
# found by a random search among names, dates, pronouns, verbs, states, people and quantities
TEXTS = {
    "verb, treaty, signer, year": ("was signed NPT Reagan 1987 ", "text"),
    "decade, verb, signer, treaty": ("the 1980s signed which Reagan INF ", "text"),
    "treaties and years": ("NPT 1987 1988 1989 1990 ", "text"),
    "dates beside references": ("last year may to the pact INF to ", "text"),
    "pronouns": ("It was signed in 1987. The NPT. ", "text"),
    "lists of states": ("US, Russia and France signed NPT in 1987 ", "text"),
    "states between treaties": ("Treaty of North Korea between ", "text"),
    "true sentences": ("The INF Treaty was signed in 1987. ", "text"),
    "HTML": ("<p><b>NPT</b> &amp; 1987 1988 ", "html"),
    "Markdown": ("**NPT** [1987](x) *1988* ", "markdown"),
}


@dataclass
class Looks:
    """A clock that remembers when it was looked at."""

    times: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        self.times.append(time.process_time())
        return self.times[-1]

    def longest_stretch(self, end: float) -> float:
        """Seconds between two looks, or from the last one to the end."""
        return max(after - before for before, after in zip(self.times, [*self.times[1:], end], strict=True))


def filled(piece: str, characters: int) -> str:
    return (piece * (characters // len(piece) + 1))[:characters]


def microseconds(piece: str, store: BundledFactStore) -> float:
    """What a character of such a text takes."""
    document = Document(filled(piece, SAMPLE), published=TODAY)
    started = time.process_time()
    verify(document, store, TODAY)
    return (time.process_time() - started) / SAMPLE * 1e6


def event_of(piece: str, format: str, characters: int) -> dict[str, object]:
    """The event of API Gateway that asks to verify such a text."""
    body = json.dumps({"text": filled(piece, characters), "format": format, "published": TODAY.isoformat()})
    route = {"path": "/v1/verify", "httpMethod": "POST", "resource": "/v1/verify"}
    headers = {"Content-Type": "application/json"}
    return {**route, "headers": headers, "body": body, "requestContext": {"path": "/live/v1/verify"}}


def rows(store: BundledFactStore, characters: int, only: str) -> Iterator[tuple[str, float, int, float, float]]:
    """Name, microseconds a character, status of the answer, its seconds, the longest without a look at the clock."""
    for name, (piece, format) in TEXTS.items():
        if not name.startswith(only):
            continue
        looks, resolver = Looks(), APIGatewayRestResolver()
        observer = Observer(Logger(service="hostile", stream=io.StringIO()))
        build_api(resolver, Service(lambda: store, lambda: TODAY, observer, clock=looks))
        event = event_of(piece, format, characters)
        started = time.process_time()
        answer = resolver.resolve(event, None)  # type: ignore[arg-type]  # the routes read no context
        ended = time.process_time()
        yield name, microseconds(piece, store), answer["statusCode"], ended - started, looks.longest_stretch(ended)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=MAX_CHARACTERS, help="of each text (default: %(default)s)")
    parser.add_argument("--only", default="", help="the texts whose names begin so")
    options = parser.parse_args()
    characters = options.characters
    store = BundledFactStore.load()
    verify(Document("The INF Treaty was signed in 1988."), store, TODAY)
    print(f"texts of {characters:,} characters, each with {Limits().text_seconds:g} seconds to be checked in")
    print(f"{'':32}{'us a character':>16}{'status':>8}{'seconds':>10}{'unwatched':>11}")
    for name, each, status, seconds, unwatched in rows(store, characters, options.only):
        print(f"{name:32}{each:16.1f}{status:8}{seconds:10.1f}{unwatched:11.1f}", flush=True)
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
