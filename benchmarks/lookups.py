"""What a document asks of the table of facts: `python -m benchmarks.lookups`. Counted, so the same at every run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from statistics import mean

from benchmarks.cloud import FACTS, Recording, table_of_facts
from benchmarks.command import Options, Part, run
from benchmarks.counting import Counting
from benchmarks.ours import TODAY
from benchmarks.tables import Table
from benchmarks.texts import NO_TREATY, article
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.model import Document
from treatycheck.pipeline import verify

WORDS = 500
_DOCUMENTS = 10
_KINDS = {"no treaty": NO_TREATY, "one sentence in 15 on a treaty": 14, "one sentence in 3 on a treaty": 2}


def tables(options: Options) -> Iterator[Table]:
    """One table: documents of each kind, to an instance that is new for each and to one that goes on."""
    count = max(2, round(_DOCUMENTS * options.share))
    recording = Recording.begin()
    kinds = {
        told: [_document(plain_for_each, seed) for seed in range(count)] for told, plain_for_each in _KINDS.items()
    }
    for document in chain(*kinds.values()):
        verify(document, recording, TODAY)
    rows: list[Sequence[str]] = []
    with table_of_facts(recording.asked) as client:
        for told, documents in kinds.items():
            counting = Counting(client)
            rows.append((told, "a new one for each", *_used(documents, counting, renewed=True)))
            rows.append(("", "one for all", *_used(documents, counting, renewed=False)))
    columns = ("an article of 500 words", "instance", "requests each", "at most", "read units each", "at most")
    yield Table("Requests of DynamoDB", columns, rows)


def _document(plain_for_each: int, seed: int) -> Document:
    return Document(article(WORDS, plain_for_each, seed), published=TODAY)


def _used(documents: Sequence[Document], counting: Counting, *, renewed: bool) -> Sequence[str]:
    """Requests and read units of each document: on average, and at most."""
    store = DynamoFactStore(counting, FACTS)
    steps = [Counter(counting.used)]
    for document in documents:
        store = DynamoFactStore(counting, FACTS) if renewed else store
        verify(document, store, TODAY)
        steps.append(Counter(counting.used))
    told = []
    for name in ("calls", "reads"):
        each = [after[name] - before[name] for before, after in pairwise(steps)]
        told += [f"{mean(each):.1f}", str(max(each))]
    return told


PART = Part("lookups", tables)

if __name__ == "__main__":
    run([PART], __doc__)
