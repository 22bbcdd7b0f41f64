"""Whether paragraphs, sent by themselves as the web component sends them, are judged as in their whole text.

`python -m tests.clients.excerpts CORPUS.jsonl` counts it on texts of yours; the excerpts are made by the component's
own code in Chromium.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.aws.serving import serving
from tests.clients.chromium import chromium
from treatycheck.aws.local import LocalServer
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.store import FactStore
from treatycheck.model import Document
from treatycheck.pipeline import verify
from treatycheck.render.report import report_to_dict
from treatycheck.values.day import last_and_earliest, parse_days

TODAY = date(2026, 1, 15)
EXCERPTS = """async (text) => {
  const { excerptOf, paragraphsOf } = await import("/assets/paragraphs.js");
  const paragraphs = paragraphsOf(text);
  return paragraphs.map(({ start, end }, index) => ({ start, end, ...excerptOf(text, paragraphs, index, index) }));
}"""


@dataclass(frozen=True)
class Compared:
    """A paragraph with its claims in the whole text and those found in the excerpt that is sent for it."""

    text: str
    whole: set[tuple[Any, ...]]
    alone: set[tuple[Any, ...]]


def compared(page: Page, text: str, published: str | None, store: FactStore) -> list[Compared]:
    """Each paragraph of a text both ways; the page is one of the interface."""
    whole = claims(text, published, store)
    found = []
    for paragraph in page.evaluate(EXCERPTS, text):
        start, length, offset = paragraph["start"], paragraph["end"] - paragraph["start"], paragraph["offset"]
        alone = within(claims(paragraph["text"], published, store), offset, length)
        words = text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")
        found.append(Compared(words, within(whole, start, length), alone))
    return found


def claims(text: str, published: str | None, store: FactStore) -> list[dict[str, Any]]:
    last, first = last_and_earliest(parse_days(published)) if published else (None, None)
    report = verify(Document(text, published=last, published_from=first), store, TODAY)
    found: list[dict[str, Any]] = report_to_dict(report)["claims"]
    return found


def within(found: list[dict[str, Any]], offset: int, length: int) -> set[tuple[Any, ...]]:
    """The claims of a stretch of text: place, treaty, relation, value, verdict and correction."""
    return {
        (
            claim["span"]["utf16_start"] - offset,
            claim["span"]["utf16_end"] - offset,
            claim["treaty"]["id"],
            claim["relation"],
            claim["value"]["normalized"],
            claim["verdict"]["label"],
            (claim["verdict"]["correction"] or {}).get("text"),
        )
        for claim in found
        if offset <= claim["span"]["utf16_start"] < offset + length
    }


def main(corpus: Path) -> None:
    """Prints how many paragraphs of a corpus are judged the same, and which are not."""
    store = BundledFactStore.load()
    documents = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    with serving(LocalServer(store)) as port, chromium() as browser:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        both = [found for item in documents for found in compared(page, item["text"], item.get("published"), store)]
    different = [found for found in both if found.whole != found.alone]
    for found in different:
        print(f"{found.text}\n  whole: {found.whole - found.alone}\n  alone: {found.alone - found.whole}")
    total = sum(len(found.whole) for found in both)
    print(f"{len(both)} paragraphs with {total} claims, {len(different)} of them judged otherwise by themselves")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
