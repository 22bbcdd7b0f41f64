"""One program that is measured, in a process of its own: `python -m benchmarks.contender MODULE NAME`.

It prepares itself, says what that took of a processor, and then answers requests, a JSON object a line:
`{"file": …, "characters": …}` asks to go through the documents of a file, up to so many characters. Ours and the peers
are asked in the same way. Runs in the peers' environment, too, so it imports nothing of Treatycheck's.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# a document's text and format to how many things were found in it
Program = Callable[[str, str], int]


def main() -> None:
    module, name, *arguments = sys.argv[1:]
    # what a library prints must not end up among the answers
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    program: Program = getattr(importlib.import_module(module), name)(*arguments)
    print(json.dumps({"ready": time.process_time()}), file=answers, flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(program, json.loads(line))), file=answers, flush=True)


def answer(program: Program, request: dict[str, Any]) -> dict[str, Any]:
    """Seconds of a processor for each document, bytes gone through, things found, kilobytes of memory at most."""
    seconds: list[float] = []
    found = size = 0
    for text, format in documents(json.loads(Path(request["file"]).read_text("utf-8")), request["characters"]):
        began = time.process_time()
        found += program(text, format)
        seconds.append(time.process_time() - began)
        size += len(text.encode())
    return {"seconds": seconds, "bytes": size, "found": found, "peak": peak()}


def peak() -> int:
    """Kilobytes of memory at most. What the system counts for a process may begin with what its parent had."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.is_file() else []
    told = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
    return told[0] if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def documents(held: list[list[str]], characters: int | None) -> Iterator[tuple[str, str]]:
    """Documents as long as there are characters left; the last one is cut between paragraphs where that is possible."""
    left = characters or sum(len(text) for text, _ in held)
    for text, format in held:
        if left <= 0:
            return
        if len(text) > left:
            text = text[: max(text.rfind("\n\n", 0, left), 0) or left]
            left = 0
        left -= len(text)
        yield text, format


if __name__ == "__main__":
    main()
