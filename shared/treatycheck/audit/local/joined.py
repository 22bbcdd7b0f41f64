"""Several archives as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treatycheck.audit.archive import Archive, ArchiveObject


@dataclass(frozen=True, slots=True)
class Joined:
    """The objects of one archive after those of another."""

    archives: Sequence[Archive]

    def objects(self) -> Iterator[ArchiveObject]:
        """All objects, an object that two archives have once."""
        seen: set[str] = set()
        for archive in self.archives:
            for item in archive.objects():
                if item.key not in seen:
                    seen.add(item.key)
                    yield item

    def covers(self, key: str) -> bool:
        """Whether any of the archives would have it."""
        return any(archive.covers(key) for archive in self.archives)
