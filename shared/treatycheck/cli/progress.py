"""How far a long run is: a line that is written over on a terminal, now and then a line of its own otherwise."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from treatycheck.audit.local.progress import Progress

_OFTEN, _SELDOM = 0.2, 60.0
_LEAST_SHARE, _LEAST_SECONDS = 0.002, 3.0
_BAR = 20


class ProgressLine:
    """Shows a Progress on a stream as often as its reader can follow."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._begun = time.monotonic()
        self._shown = self._begun if not self._terminal else 0.0

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._terminal:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def watch(self, progress: Progress) -> None:
        """Shows how far it is, if it is time to."""
        now = time.monotonic()
        if now - self._shown < (_OFTEN if self._terminal else _SELDOM):
            return
        self._shown = now
        line = progress_text(progress, now - self._begun, bar=self._terminal)
        self._stream.write(f"\r{line}\x1b[K" if self._terminal else f"treatycheck: {line}\n")
        self._stream.flush()


def progress_text(progress: Progress, seconds: float, *, bar: bool) -> str:
    """Share, objects, rate and time left after so many seconds."""
    share = min(1.0, progress.bytes_done / progress.bytes) if progress.bytes else 1.0
    told = [f"{progress.objects_done:,} of {progress.objects:,} objects"]
    if progress.judged:
        told.append(f"{progress.judged / max(seconds, 0.001):,.1f} articles/s")
    left = _left(progress, seconds)
    if left is not None:
        told.append(f"{_duration(left)} left")
    drawn = f"{'█' * round(share * _BAR):░<{_BAR}} " if bar else ""
    return f"{drawn}{share:4.0%}  {', '.join(told)}"


def _left(progress: Progress, seconds: float) -> float | None:
    """Seconds, by how long the bytes took that were read; None where that cannot be told yet."""
    rest = progress.bytes - progress.bytes_done
    if seconds < _LEAST_SECONDS or progress.bytes_read < _LEAST_SHARE * progress.bytes or not progress.bytes_read:
        return None
    return max(0.0, seconds * rest / progress.bytes_read)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02d} min"
    return f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"
