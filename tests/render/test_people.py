"""Reports for people: terminal, page and table."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports import FACT, SOURCE, SUPPORTED, TEXT, found, judged, refuted_report, report
from treatycheck.model import Document, Evidence, Format, Judged, Report, Span
from treatycheck.render.csv import COLUMNS, render_csv
from treatycheck.render.formats import RENDERERS, rendered
from treatycheck.render.html import render_html
from treatycheck.render.text import render_text


def test_the_terminal_report_marks_the_span_and_says_what_to_write() -> None:
    rendered = render_text(refuted_report("Before it. "))
    assert "REFUTED  INF Treaty · signed · value_differs" in rendered
    assert "  The INF Treaty was [signed on 8 December 1986] in Washington.\n" in rendered
    assert "  write instead: 8 December 1987\n" in rendered
    assert "  source: Arms Control Association, INF Treaty, https://www.armscontrol.org/inf\n" in rendered
    assert rendered.endswith(
        "1 claim: 0 supported, 1 refuted, 0 not enough info (as of 2019-03-04, reference 0123456789abcdef)\n"
    )
    assert "\x1b" not in rendered


def test_the_terminal_report_names_one_source_of_a_fact_and_counts_the_rest() -> None:
    sources = tuple(SOURCE._replace(url=f"https://example.org/{number}") for number in range(3))
    claim = judged()._replace(evidence=(Evidence(FACT._replace(sources=sources), "It was."),))
    rendered = render_text(report(TEXT, claim))
    assert "https://example.org/0\n  and 2 more\n" in rendered
    assert "https://example.org/1" not in rendered


def test_colour_is_switched_on_only_when_asked_for() -> None:
    assert "\x1b[1;31mREFUTED\x1b[0m" in render_text(refuted_report(), colour=True)


def test_control_characters_of_the_text_never_reach_the_terminal() -> None:
    rendered = render_text(refuted_report("\x1b[2J\x07\u202e\x9b"))
    assert not re.search("[\x1b\x07\u202e\x9b]", rendered)


def test_control_characters_of_a_claim_are_written_as_escapes() -> None:
    claim = judged()._replace(text="a\x1b[2Jb\u202ec", treaty_name="\x1b]0;x\x07")
    rendered = render_text(report(TEXT, claim)) + render_html(report(TEXT, claim)) + render_csv(report(TEXT, claim))
    assert not re.search("[\x1b\x07\u202e]", rendered)


def test_a_claim_in_html_is_shown_without_its_markup() -> None:
    text = "<p>The <b>INF</b> Treaty was <i>signed on 8 December</i> 1986 &amp; so on.</p>"
    claim = judged(text, marked="signed on 8 December</i> 1986", mention="INF", value="8 December</i> 1986")
    rendered = render_text(report(text, claim, format=Format.HTML))
    assert "The INF Treaty was [signed on 8 December 1986] & so on." in rendered
    page = render_html(report(text, claim, format=Format.HTML))
    assert '<mark class="refuted">signed on 8 December 1986</mark></a> &amp; so on.' in page


class Reader(HTMLParser):
    """Collects tags and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def page_of(given_report: Report) -> Reader:
    reader = Reader()
    reader.feed(render_html(given_report))
    return reader


def test_the_page_marks_the_claim_and_links_to_it() -> None:
    page = page_of(refuted_report())
    assert ("mark", {"class": "refuted"}) in page.tags
    assert "signed on 8 December 1986" in page.text
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert links == ["#claim-c1", "https://www.armscontrol.org/inf"]


def test_nothing_of_the_text_becomes_markup() -> None:
    attack = '"><script>alert(1)</script><img src=x onerror=alert(1)> '
    source = SOURCE._replace(url="javascript:alert(1)", title=attack)
    text = attack + TEXT
    claim = judged(text, identifier='"><script>')._replace(
        evidence=(Evidence(FACT._replace(sources=(source,)), attack),)
    )
    page = page_of(report(text, claim, title=attack))
    assert not {"script", "img"} & {tag for tag, _ in page.tags}
    assert not any("javascript" in (attributes.get("href") or "") for _, attributes in page.tags)


def test_overlapping_claims_show_the_graver_one() -> None:
    wide = judged(marked="signed on 8 December 1986 in Washington", verdict=SUPPORTED, identifier="wide")
    page = render_html(report(TEXT, wide, judged(identifier="narrow")))
    assert '<a href="#claim-narrow"' in page
    assert '<mark class="refuted">signed on 8 December 1986</mark>' in page
    assert '<mark class="supported"> in Washington</mark>' in page


def test_a_page_without_claims_says_so() -> None:
    assert "No claims about treaties were found." in render_html(report("Nothing here."))


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5))
def test_the_page_shows_the_whole_text_whatever_the_spans(text: str, ranges: list[tuple[int, int]]) -> None:
    text = re.sub(r"[^\w \n\u0590-\u05ff]", "x", text)
    base = judged()
    claims: list[Judged] = []
    for first, second in ranges:
        span = Span(min(first, second, len(text)), min(max(first, second), len(text)))
        claims.append(base._replace(claim=base.claim._replace(span=span, sentence=Span(0, len(text)))))
    rendered = render_html(Report(Document(text), date(2019, 3, 4), "v", 1, 1, tuple(claims)))
    shown = rendered.partition('<div class="text" dir="auto">')[2].partition("</div>")[0]
    assert re.sub(r"<[^>]*>", "", shown) == text


def test_a_table_has_a_heading_and_a_row_for_each_claim() -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(report(TEXT, judged(), judged(identifier="c2"))))))
    assert [row["id"] for row in rows] == ["c1", "c2"]
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["correction"] == "8 December 1987"
    assert rows[0]["sources"] == "https://www.armscontrol.org/inf"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n", "\uff1d", "\uff20"])
def test_a_cell_never_becomes_a_formula(start: str) -> None:
    claim = judged()._replace(text=start + 'HYPERLINK("x")')
    row = next(csv.DictReader(io.StringIO(render_csv(report(TEXT, claim)))))
    assert row["text"].startswith("'" + start)


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_every_format_takes_a_text_from_right_to_left(name: str) -> None:
    written = rendered(refuted_report("אמנה \u2067שלום\u2069 "), RENDERERS[name])
    assert written.encode()
    assert "\u2067" not in written


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_every_format_can_be_written_where_the_text_has_a_lone_surrogate(name: str) -> None:
    text = "\udc80 " + TEXT
    claim = judged(text)
    span = found(text, "\udc80 The INF Treaty was signed")
    changed = claim._replace(claim=claim.claim._replace(span=span))
    assert rendered(report(text, changed), RENDERERS[name]).encode("utf-8")
