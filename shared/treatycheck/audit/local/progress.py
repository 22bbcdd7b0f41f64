"""How far an audit is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Progress:
    """Objects and bytes of the archive, those that are done, and the articles judged since the audit began or went on.
    `bytes_read` leaves out what was unchanged.
    """

    objects: int = 0
    bytes: int = 0
    objects_done: int = 0
    bytes_done: int = 0
    bytes_read: int = 0
    judged: int = 0
    _shares: dict[str, float] = field(default_factory=dict)

    def read(self, key: str, size: int, share: float) -> None:
        """So much of an object, 0 to 1, is read."""
        gained = int(max(0.0, share - self._shares.get(key, 0.0)) * size)
        self._shares[key] = max(share, self._shares.get(key, 0.0))
        self.bytes_done += gained
        self.bytes_read += gained

    def done(self, key: str, size: int) -> None:
        """An object is read, or was unchanged."""
        self.objects_done += 1
        self.bytes_done += int((1.0 - self._shares.pop(key, 0.0)) * size)


Watch = Callable[[Progress], None]


def unwatched(progress: Progress) -> None:
    """Watches nothing."""
