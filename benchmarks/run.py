"""How fast Treatycheck is, each figure beside a fixed yardstick of the same run: `make bench`.

The ratio to the yardstick can be compared between machines and days; seconds cannot.
"""

from __future__ import annotations

import argparse
import re
from datetime import date
from functools import partial

from benchmarks.measure import Comparison, compare, import_seconds, seconds
from benchmarks.texts import article, text_of
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.model import Document
from treatycheck.pipeline import verify

TODAY = date(2026, 1, 1)
YARDSTICK = re.compile(r"\b[A-Z][\w'-]+(?:\s+(?:of|on|the|and|[A-Z][\w'-]+))*|\b\d{1,4}\b|[.!?](?=\s)")


def compare_text(name: str, text: str, store: BundledFactStore, repeats: int) -> Comparison:
    """Verifying a text beside one pass of the yardstick over it."""
    document = Document(text, published=TODAY)
    return compare(
        name,
        lambda: seconds(lambda: verify(document, store, TODAY)),
        lambda: seconds(lambda: sum(1 for _ in YARDSTICK.finditer(text))),
        repeats,
    )


def print_texts(texts: dict[str, str], store: BundledFactStore, repeats: int) -> None:
    print("text on one core; the yardstick is one pass of a compiled regular expression over the same text")
    print(f"{'':34}{'characters':>12}{'claims':>8}{'seconds':>10}{'chars/s':>12}{'yardstick':>11}  ratio (min-max)")
    for name, text in texts.items():
        claims = len(verify(Document(text, published=TODAY), store, TODAY).claims)
        measured = compare_text(name, text, store, repeats)
        speed = len(text) / measured.thing.median
        print(f"{name:34}{len(text):12,}{claims:8,}{measured.thing.median:10.4f}{speed:12,.0f}", end="")
        print(f"{measured.yardstick.median:11.5f}  {ratio(measured)}")


def print_imports(repeats: int) -> None:
    print("\nimport in a fresh interpreter; the yardstick is `import boto3`")
    print(f"{'':34}{'milliseconds (min-max)':>26}{'yardstick':>11}  ratio (min-max)")
    modules = {
        "treatycheck.pipeline": partial(import_seconds, "treatycheck.pipeline"),
        "treatycheck.cli.main": partial(import_seconds, "treatycheck.cli.main"),
        "functions/api/app.py": partial(import_seconds, "app", "functions/api"),
    }
    for name, thing in modules.items():
        measured = compare(name, thing, partial(import_seconds, "boto3"), repeats)
        took = measured.thing
        spread = f"{took.median * 1000:.0f} ({took.least * 1000:.0f}-{took.greatest * 1000:.0f})"
        print(f"{name:34}{spread:>26}{measured.yardstick.median * 1000:11.0f}  {ratio(measured)}")


def ratio(measured: Comparison) -> str:
    spread = measured.ratio
    return f"{spread.median:.2f} ({spread.least:.2f}-{spread.greatest:.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=7, help="measured runs of each (default: %(default)s)")
    repeats = parser.parse_args().repeats
    texts = {
        "article of 500 words": article(500),
        "long, few treaties": text_of(200_000, plain_for_each=60),
        "long, treaties in each sentence": text_of(50_000, plain_for_each=0),
        "long, no treaty at all": text_of(200_000, plain_for_each=10**9).partition("\n\n")[2],
    }
    print_texts(texts, BundledFactStore.load(), repeats)
    print_imports(repeats)


if __name__ == "__main__":
    main()
