"""What is kept of a document from one audit to the next, and how an audit brings it up to date. Pure: any store of
findings, a table or a file, keeps these values and calls these functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from treatycheck.audit.article import Article
from treatycheck.audit.finding import DocumentFindings, Finding, finding_from_record, finding_to_record
from treatycheck.audit.judging import JudgedArticle
from treatycheck.audit.packing import packed, unpacked
from treatycheck.audit.reliance import Reliance
from treatycheck.audit.states import compared, last_audit, unchanged
from treatycheck.audit.stored import article_from_record, article_to_record


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document after audit number `audit`, to which the findings' states belong. `position` is its place in its
    object. `claims` are packed for `judge_again`; empty where the document is gone and only fixed findings are left.
    """

    key: str
    position: int
    audit: int
    article: Article
    as_of: date
    findings: tuple[Finding, ...]
    reliance: Reliance
    claims: bytes

    @property
    def part(self) -> str:
        return self.article.part

    @property
    def is_gone(self) -> bool:
        return not self.claims

    def is_stale(self, today: date) -> bool:
        """Whether its verdicts hold for another day, since it has no date of its own."""
        return self.article.document.published is None and not self.is_gone and self.as_of != today


def settled(judged: JudgedArticle, before: KeptDocument | None, *, key: str, position: int, audit: int) -> KeptDocument:
    """What an audit keeps of a document that it judged; `before` is what was kept of it."""
    last = last_audit(before.findings, of_this_audit=before.audit == audit) if before else {}
    return KeptDocument(
        key=key,
        position=position,
        audit=audit,
        article=judged.article,
        as_of=judged.as_of,
        findings=compared(judged.findings, last),
        reliance=judged.reliance,
        claims=judged.claims,
    )


def departed(before: KeptDocument, audit: int) -> KeptDocument | None:
    """What an audit keeps of a document that is there no more: its refuted claims as fixed; None if it had none."""
    if before.is_gone and before.audit != audit:
        return None
    last = last_audit(before.findings, of_this_audit=before.audit == audit)
    findings = compared((), last)
    if not findings:
        return None
    return KeptDocument(before.key, before.position, audit, before.article, before.as_of, findings, {}, b"")


def findings_in(kept: KeptDocument, audit: int) -> DocumentFindings:
    """The document as a report of this audit shows it."""
    document = kept.article.document
    return DocumentFindings(
        key=kept.key,
        part=kept.part,
        title=document.title,
        url=document.url,
        published=document.published,
        date_source=kept.article.date_source.value,
        as_of=kept.as_of,
        findings=kept.findings if kept.audit == audit else unchanged(kept.findings),
        gone=kept.is_gone,
    )


def findings_packed(article: Article, findings: Sequence[Finding]) -> bytes:
    """An article without its text, and its findings."""
    return packed([article_to_record(article), [finding_to_record(finding) for finding in findings]])


def findings_unpacked(content: bytes) -> tuple[Article, tuple[Finding, ...]]:
    """What `findings_packed` packed. Raises ValueError on other bytes."""
    article, findings = unpacked(content)
    return article_from_record(article), tuple(map(finding_from_record, findings))


def kept_to_record(kept: KeptDocument) -> dict[str, Any]:
    """What is kept as a flat record of strings, numbers and bytes, for a table."""
    return {
        "key": kept.key,
        "part": kept.part,
        "position": kept.position,
        "audit": kept.audit,
        "as_of": kept.as_of.isoformat(),
        "dated": kept.article.document.published is not None,
        "findings": findings_packed(kept.article, kept.findings),
        "claims": kept.claims,
    }


def kept_from_record(record: dict[str, Any], reliance: Reliance) -> KeptDocument:
    """What `kept_to_record` wrote; the reliance is kept as an index beside it. Raises KeyError, ValueError."""
    article, findings = findings_unpacked(record["findings"])
    as_of = date.fromisoformat(record["as_of"])
    return KeptDocument(
        record["key"], record["position"], record["audit"], article, as_of, findings, reliance, record["claims"]
    )
