"""One program that links names to treaties, over texts: `python -m benchmarks.linker MODULE NAME NAMES TEXTS SECONDS`.

It goes through the texts as long as there is time, and prints what it took of a processor and what it found in each.
Runs in the peers' environment, too, so it imports nothing of Treatycheck's.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

# where a name begins and ends in a text, and whose it is
Link = tuple[int, int, str]
Linker = Callable[[str], list[Link]]


def main() -> None:
    module, name, names, texts, most = sys.argv[1:]
    # what a library prints must not end up in the answer
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    linker: Linker = getattr(importlib.import_module(module), name)(names)
    found: list[list[Link]] = []
    size, held = 0, json.loads(Path(texts).read_text("utf-8"))
    linker(held[0])
    began = time.process_time()
    for text in held:
        found.append(linker(text))
        size += len(text.encode())
        if time.process_time() - began > float(most):
            break
    print(json.dumps({"seconds": time.process_time() - began, "bytes": size, "found": found}), file=answers, flush=True)


if __name__ == "__main__":
    main()
