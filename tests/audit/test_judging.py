"""Claims are kept without loss, and judged again without the archive as if it were read anew."""

from __future__ import annotations

import json
import random
from datetime import date
from itertools import chain, repeat
from typing import Any

import pytest

from tests.audit.articles import articles
from tests.audit.changing import Change, Record, store_with, with_value, without
from treatycheck.audit.article import Article
from treatycheck.audit.claim_records import claim_from_record, claim_to_record
from treatycheck.audit.fact_digests import FactDigests
from treatycheck.audit.finding import finding_from_record, finding_to_record
from treatycheck.audit.judging import JudgedArticle, judge_again, judge_article
from treatycheck.audit.reliance import NotingStore, reliance_from_record, reliance_to_record, relies
from treatycheck.audit.versions import changed_groups, engine_version, fact_groups
from treatycheck.data import packaged
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.store import ReferenceVersion
from treatycheck.model import Document
from treatycheck.pipeline import extract, verify

TODAY = date(2026, 6, 1)
STORE = BundledFactStore.load()
ARTICLES = [*articles(12), *articles(3, dated=False)]
GROUPS = fact_groups(STORE)


@pytest.fixture(scope="module")
def judged() -> list[JudgedArticle]:
    return [judge_article(article, STORE, TODAY) for article in ARTICLES]


def test_claims_go_through_json_without_loss() -> None:
    for article in ARTICLES:
        found = extract(article.document)
        for claim in (*found.claims, *found.tentative):
            assert claim_from_record(json.loads(json.dumps(claim_to_record(claim)))) == claim


def test_findings_go_through_json_without_loss(judged: list[JudgedArticle]) -> None:
    for item in judged:
        for finding in item.findings:
            assert finding_from_record(json.loads(json.dumps(finding_to_record(finding)))) == finding


def test_noting_which_facts_are_asked_for_changes_no_verdict() -> None:
    for article in ARTICLES:
        plain, noting = verify(article.document, STORE, TODAY), verify(article.document, NotingStore(STORE), TODAY)
        assert noting == plain


def test_findings_are_the_claims_of_the_report(judged: list[JudgedArticle]) -> None:
    for article, item in zip(ARTICLES, judged, strict=True):
        report = verify(article.document, STORE, TODAY)
        assert [finding.claim_id for finding in item.findings] == [claim.id for claim in report.claims]
        for finding, claim in zip(item.findings, report.claims, strict=True):
            assert finding.label is claim.verdict.label
            assert (finding.start, finding.end) == (claim.claim.span.start, claim.claim.span.end)


def test_the_sentence_of_a_finding_is_marked_where_the_claim_stands() -> None:
    page = "<p>On Monday, the <b>INF</b> Treaty was <i>signed in 1988</i> &amp; sealed.</p>"
    (finding,) = judge_article(Article("", Document(page, ARTICLES[1].document.format)), STORE, TODAY).findings
    assert finding.passage.marked == "signed in 1988"
    assert finding.passage.before == "On Monday, the INF Treaty was "
    assert finding.passage.after == " & sealed."


def test_what_is_kept_is_judged_as_if_it_were_read_anew(judged: list[JudgedArticle]) -> None:
    for item in judged:
        again = judge_again(item.claims, STORE, TODAY)
        assert (again.findings, again.reliance, again.as_of) == (item.findings, item.reliance, item.as_of)


SIGNED_LATER: Record = {
    "fact_id": "kyoto-protocol/extended-x",
    "treaty": "kyoto-protocol",
    "relation": "extended",
    "values": ["1998-12-11"],
    "sources": [["Desk", "Note", "https://example.org/"]],
    "status": "current",
}


@pytest.mark.parametrize(
    ("change", "added"),
    [
        (with_value("inf-treaty/signed", "1986-12-08"), ()),
        (with_value("new-start/entered-into-force", "2010-02-05"), ()),
        (without("treaty-of-versailles/signed"), ()),
        (lambda record: None if record["treaty"] == "start-i" else record, ()),
        (lambda record: record, (SIGNED_LATER,)),
    ],
)
def test_after_a_change_of_facts_those_that_relied_on_it_suffice(
    judged: list[JudgedArticle], change: Change, added: tuple[Record, ...]
) -> None:
    changed_store = store_with(change, added)
    groups = changed_groups(GROUPS, fact_groups(changed_store))
    assert groups
    for article, item in zip(ARTICLES, judged, strict=True):
        anew = judge_article(article, changed_store, TODAY)
        again = judge_again(item.claims, changed_store, TODAY) if relies(item.reliance, groups) else item
        assert (again.findings, again.reliance) == (anew.findings, anew.reliance)


@pytest.mark.parametrize("fact_id", ["start-i/between", "npt/acceded-al", "new-start/duration"])
def test_the_digest_of_what_was_relied_on_is_another_just_where_that_changed(
    judged: list[JudgedArticle], fact_id: str
) -> None:
    changed_store = store_with(without(fact_id))
    ((treaty, relation),) = groups = changed_groups(GROUPS, fact_groups(changed_store))
    before, after = FactDigests(STORE), FactDigests(changed_store)
    for item in judged:
        assert (before.of(item.reliance) != after.of(item.reliance)) is relies(item.reliance, groups)
    for asked, is_other in ((relation, True), ("*", True), ("none", False)):
        reliance = {treaty: frozenset({asked})}
        assert (before.of(reliance) != after.of(reliance)) is is_other
    assert before.of({}) == ""


class Renewed:
    """A store that is another from the second question for its version on."""

    def __init__(self, first: BundledFactStore, second: BundledFactStore) -> None:
        self._stores = chain([first], repeat(second))
        self._store = first

    def reference(self) -> ReferenceVersion:
        self._store = next(self._stores)
        return self._store.reference()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def test_what_was_judged_while_the_facts_were_renewed_is_judged_by_the_new_ones(judged: list[JudgedArticle]) -> None:
    article, item = next(pair for pair in zip(ARTICLES, judged, strict=True) if pair[1].reliance)
    new = store_with(lambda record: None)
    store: Any = Renewed(STORE, new)
    found, version, digest = FactDigests(store).judged(lambda: judge_article(article, store, TODAY))
    assert (version, digest) == (new.reference().version, FactDigests(new).of(found.reliance))
    assert found == judge_article(article, new, TODAY) != item


def test_any_facts_may_change(judged: list[JudgedArticle]) -> None:
    chance = random.Random(7)
    facts = [fact for records in packaged("facts.json").values() for fact in records]
    asked = {treaty for item in judged for treaty in item.reliance}
    concerned = [fact["fact_id"] for fact in facts if fact["treaty"] in asked and fact.get("values")]
    for gone in (set(chance.sample(concerned, 40)) for _ in range(2)):
        changed_store = store_with(lambda record, gone=gone: None if record["fact_id"] in gone else record)  # type: ignore[misc]
        groups = changed_groups(GROUPS, fact_groups(changed_store))
        for article, item in zip(ARTICLES, judged, strict=True):
            if not relies(item.reliance, groups):
                assert judge_article(article, changed_store, TODAY).findings == item.findings


def test_a_document_relies_on_what_it_was_judged_by_and_on_nothing_else() -> None:
    (item,) = [
        judge_article(Article("", Document("The Treaty of Versailles was signed on 28 June 1919.")), STORE, TODAY)
    ]
    assert relies(item.reliance, {("treaty-of-versailles", "signed")})
    assert not relies(item.reliance, {("treaty-of-versailles", "depositary"), ("inf-treaty", "signed")})


def test_a_document_relies_on_facts_that_are_not_there() -> None:
    text = "The Treaty of Versailles was suspended in 1931."
    item = judge_article(Article("", Document(text)), STORE, TODAY)
    assert [finding.ruling.reason.value for finding in item.findings] == ["no_fact"]
    assert relies(item.reliance, {("treaty-of-versailles", "suspended")})


def test_reliance_goes_through_records_without_loss(judged: list[JudgedArticle]) -> None:
    for item in judged:
        assert reliance_from_record(json.loads(json.dumps(reliance_to_record(item.reliance)))) == item.reliance


def test_the_engine_version_is_the_same_within_a_run() -> None:
    assert engine_version() == engine_version()
    assert len(engine_version()) == 16
