"""What judgements relied on, as digests: one that relied on facts that are the same need not be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from treatycheck.audit.judging import JudgedArticle
from treatycheck.audit.reliance import ALL, Reliance
from treatycheck.audit.versions import groups_of
from treatycheck.facts.store import FactStore

# what was judged, under which reference version, and the digest of the facts that it relied on
Judgement = tuple[JudgedArticle, str, str]


class FactDigests:
    """Digests of the facts of a store; what was computed of a treaty is kept while the reference version stays."""

    def __init__(self, store: FactStore) -> None:
        self._store = store
        self._version = ""
        self._groups: dict[str, dict[str, str]] = {}

    def of(self, reliance: Reliance) -> str:
        """16 hexadecimal digits that change with the facts that were relied on, "" for none.

        Raises StoreUnavailable.
        """
        if not reliance:
            return ""
        self._know(reliance)
        digest = hashlib.sha256()
        for treaty, asked in sorted(reliance.items()):
            groups = self._groups[treaty]
            for relation in sorted(groups if ALL in asked else asked):
                digest.update(f"{treaty} {relation} {groups.get(relation, '')}\n".encode())
        return digest.hexdigest()[:16]

    def judged(self, judge: Callable[[], JudgedArticle]) -> Judgement:
        """What `judge` gives by facts of one reference version, though others may come while it judges.

        Raises StoreUnavailable, and what `judge` raises.
        """
        while True:
            version = self._store.reference().version
            judged = judge()
            digest = self.of(judged.reliance)
            if self._store.reference().version == version:
                return judged, version, digest

    def _know(self, reliance: Reliance) -> None:
        version = self._store.reference().version
        if version != self._version:
            self._version, self._groups = version, {}
        if missing := reliance.keys() - self._groups.keys():
            self._groups |= {treaty: groups_of(facts) for treaty, facts in self._store.facts(missing).items()}
