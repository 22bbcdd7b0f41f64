"""Findings against the last audit: new, unchanged, changed, fixed, suppressed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.reports import SUPPORTED, judged
from treatycheck.audit.article import Article
from treatycheck.audit.finding import Finding, State, finding_id, finding_of
from treatycheck.audit.judging import JudgedArticle
from treatycheck.audit.kept import (
    KeptDocument,
    departed,
    findings_in,
    kept_from_record,
    kept_to_record,
    settled,
)
from treatycheck.audit.states import suppressed
from treatycheck.model import Document, Label
from treatycheck.render.passage import Passage

WRONG = finding_of(judged(identifier="c1"), Passage("The INF Treaty was ", "signed on 8 December 1986", "."))
RIGHT = finding_of(judged(identifier="c1", verdict=SUPPORTED), WRONG.passage)
OTHER = replace(WRONG, claim_id="c2")


def kept(before: KeptDocument | None, audit: int, *findings: Finding) -> KeptDocument:
    """What audit number `audit` keeps of a document in which it found these."""
    article = Article("", Document(""))
    item = JudgedArticle(article, findings, date(2026, 6, 1), {}, b"claims")
    return settled(item, before, key="a.txt", position=0, audit=audit)


def states(document: KeptDocument, audit: int) -> list[tuple[str, str]]:
    return [(finding.claim_id, finding.state.value) for finding in findings_in(document, audit).findings]


def test_what_the_last_audit_did_not_have_is_new() -> None:
    assert states(kept(None, 1, WRONG), 1) == [("c1", "new")]
    assert states(kept(kept(None, 1, WRONG), 2, WRONG, OTHER), 2) == [("c1", "unchanged"), ("c2", "new")]


def test_another_verdict_on_the_same_claim_is_changed_and_remembers_the_old_one() -> None:
    after = kept(kept(None, 1, WRONG), 2, RIGHT)
    (finding,) = after.findings
    assert (finding.state, finding.was and finding.was.label) == (State.CHANGED, Label.REFUTED)


def test_a_refuted_claim_that_is_made_no_more_is_fixed_in_one_report_only() -> None:
    second = kept(kept(None, 1, WRONG, OTHER), 2, OTHER)
    assert states(second, 2) == [("c2", "unchanged"), ("c1", "fixed")]
    assert states(second, 3) == [("c2", "unchanged")]
    assert states(kept(second, 3, OTHER), 3) == [("c2", "unchanged")]


def test_a_supported_claim_that_is_made_no_more_is_forgotten() -> None:
    assert states(kept(kept(None, 1, RIGHT), 2), 2) == []


def test_the_claims_of_a_document_that_is_gone_are_fixed() -> None:
    gone = departed(kept(None, 1, WRONG), 2)
    assert gone is not None
    assert (states(gone, 2), gone.is_gone) == ([("c1", "fixed")], True)
    assert departed(gone, 2) == gone
    assert departed(gone, 3) is None
    assert departed(kept(None, 1, RIGHT), 2) is None


def test_a_document_that_comes_back_is_new() -> None:
    gone = departed(kept(None, 1, WRONG), 2)
    assert states(kept(gone, 3, WRONG), 3) == [("c1", "new")]


def test_a_document_that_nobody_touched_is_unchanged() -> None:
    document = kept(None, 1, WRONG)
    assert states(document, 1) == [("c1", "new")]
    assert states(document, 5) == [("c1", "unchanged")]


def test_judging_twice_in_one_audit_compares_with_the_last_audit_both_times() -> None:
    first = kept(None, 1, WRONG)
    once = kept(first, 2, RIGHT)
    assert kept(once, 2, RIGHT) == once
    assert states(kept(once, 2, WRONG), 2) == [("c1", "unchanged")]
    assert states(kept(kept(None, 1, WRONG), 1, WRONG), 1) == [("c1", "new")]
    assert states(kept(kept(first, 2), 2, WRONG), 2) == [("c1", "unchanged")]


def test_findings_are_suppressed_by_their_own_ids_or_their_claims() -> None:
    document = findings_in(kept(None, 1, WRONG, OTHER), 1)
    for identifier in ("c1", finding_id("a.txt", "", "c1")):
        assert [finding.state.value for finding in suppressed(document, {identifier}).findings] == ["suppressed", "new"]
    assert suppressed(document, {finding_id("b.txt", "", "c1")}) == document


def test_what_is_kept_goes_through_records_without_loss() -> None:
    document = kept(kept(None, 1, WRONG), 2, RIGHT, OTHER)
    assert kept_from_record(kept_to_record(document), document.reliance) == document


def test_ids_of_findings_tell_objects_parts_and_claims_apart() -> None:
    ids = {finding_id(*names) for names in (("a", "b", "c"), ("ab", "", "c"), ("a", "bc", ""), ("a", "b", "d"))}
    assert len(ids) == 4
