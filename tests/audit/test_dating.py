"""The day of an article: by which source, and in which order."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.audit.objects import DEFAULT, article, read
from tests.audit.test_reading import warc
from treatycheck.audit.archive import Settings
from treatycheck.audit.article import Article
from treatycheck.audit.dating.days import read_day
from treatycheck.audit.dating.names import compiled, day_in_name
from treatycheck.errors import InvalidInput


def told(key: str, content: str, settings: Settings = DEFAULT) -> tuple[str, str]:
    found = article(key, content, settings)
    return str(found.document.published), found.date_source.value


META = '<meta property="article:published_time" content="2001-01-01T23:30:00+02:00">'
JSON_LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2002-02-02"}]}</script>'
)
TIME = '<time datetime="2003-03-03">Monday</time>'
PAGE = "<html><head>{}</head><p>Words</p></html>"
DATED = "2005/05/05/page.html"


@pytest.mark.parametrize(
    ("clues", "day", "source"),
    [
        (META + JSON_LD + TIME, "2001-01-01", "metadata"),
        (JSON_LD + TIME, "2002-02-02", "json_ld"),
        (TIME, "2003-03-03", "time"),
        ("", "2005-05-05", "name"),
    ],
)
def test_a_page_is_dated_by_the_first_source_that_tells(clues: str, day: str, source: str) -> None:
    assert told(DATED, PAGE.format(clues)) == (day, source)


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="DC.date" content="2001-01-01">',
        "<META content='1 January 2001' name=citation_publication_date>",
        '<meta itemprop="datePublished" content="Mon, 01 Jan 2001 10:00:00 GMT">',
        '<meta name="date" content="2001/1/1">',
        '<meta name="date" content="nonsense"><meta name="pubdate" content="20010101">',
    ],
)
def test_publishers_name_the_day_in_many_ways(meta: str) -> None:
    assert told("a.html", PAGE.format(meta)) == ("2001-01-01", "metadata")


def test_json_ld_of_an_article_goes_before_that_of_anything_else() -> None:
    nodes = [
        {"@type": "VideoObject", "datePublished": "1999-01-01"},
        {"@type": ["Thing", "NewsArticle"], "datePublished": "2002-02-02"},
    ]
    script = f'<script type="application/ld+json">{json.dumps(nodes)}</script>'
    assert (
        told("a.html", PAGE.format("<script type='application/ld+json'>{broken</script>" + script))[0] == "2002-02-02"
    )


def test_what_a_script_holds_is_no_script() -> None:
    page = PAGE.format("<script>// like " + JSON_LD)
    assert told("a.html", page)[1] == "none"


def test_the_time_of_publication_goes_before_other_times() -> None:
    page = PAGE.format(
        '<time datetime="1990-01-01"></time><time itemprop="datePublished" datetime="2003-03-03"></time>'
    )
    assert told("a.html", page) == ("2003-03-03", "time")


@pytest.mark.parametrize("opening", ["---\ntitle: x\ndate: '2004-04-04'\n---\n", '+++\ndate = "2004-04-04"\n+++\n'])
def test_markdown_is_dated_by_its_front_matter(opening: str) -> None:
    assert told("1999-09-09.md", opening + "# Words") == ("2004-04-04", "metadata")


def test_a_plain_text_is_dated_by_its_headers() -> None:
    letter = "From: desk@news.example\nSubject: The pact\nDate: Fri, 12 Oct 2007 09:00:00 +0200\n\nWords."
    assert told("2001-01-01.txt", letter) == ("2007-10-12", "header")
    assert article("a.txt", letter).document.title == "The pact"
    assert told("a.txt", "Words.\nDate: 2007-10-12\n") == ("None", "none")


def test_a_line_is_dated_by_its_fields_then_its_address() -> None:
    line = {"text": "Words.", "url": "https://news.example/2005/05/05/x"}
    assert told("2001-01-01.jsonl", json.dumps(line | {"published": "2004"})) == ("2004-12-31", "metadata")
    assert told("2001-01-01.jsonl", json.dumps(line | {"published": "soon"})) == ("2005-05-05", "name")
    assert told("2001-01-01.jsonl", json.dumps({"text": "Words."})) == ("2001-01-01", "name")


def test_a_page_of_a_warc_is_dated_by_what_it_tells_before_when_it_was_fetched() -> None:
    html, modified = ("Content-Type", "text/html"), ("Last-Modified", "Tue, 03 Apr 2007 10:00:00 GMT")
    fetched = ("Date", "Wed, 01 Jan 2020 00:00:00 GMT")
    pages = [
        ("http://news.example/2005/05/05/a", "200 OK", META.encode(), [html, modified, fetched]),
        ("http://news.example/2005/05/05/b", "200 OK", b"b", [html, modified, fetched]),
        ("http://news.example/2005/05/05/c", "200 OK", b"c", [html, fetched]),
        ("http://news.example/d", "200 OK", b"d", [html, fetched]),
    ]
    found = [
        (str(item.document.published), item.date_source.value)
        for item in read("a.warc", warc(*pages))
        if isinstance(item, Article)
    ]
    assert found == [
        ("2001-01-01", "metadata"),
        ("2007-04-03", "header"),
        ("2005-05-05", "name"),
        ("2020-01-01", "retrieved"),
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2007-10-12.txt", "2007-10-12"),
        ("news/2007/10/12/inf.txt", "2007-10-12"),
        ("story_20071012_v2.txt", "2007-10-12"),
        ("archive-1999-01-01/2007-10-12.txt", "2007-10-12"),
        ("2007-13-45.txt", "None"),
        ("120071012.txt", "None"),
        ("v1.2.3.txt", "None"),
    ],
)
def test_names_and_paths_tell_a_day(name: str, day: str) -> None:
    days = day_in_name(name)
    assert str(days and days.last) == day


def test_a_month_in_a_path_stands_for_all_its_days() -> None:
    found = article("2007/10/inf.txt", "Words.").document
    assert (found.published_from, found.published) == (date(2007, 10, 1), date(2007, 10, 31))


def test_a_pattern_of_ones_own_takes_the_place_of_the_usual_ones() -> None:
    settings = Settings(name_pattern="DDMMYYYY")
    assert told("2001-01-01/12102007.txt", "Words.", settings) == ("2007-10-12", "name")


@pytest.mark.parametrize("pattern", ["(", "", "MM/DD", "YYYY-DD", "YYYY/YYYY"])
def test_a_pattern_that_cannot_date_is_refused(pattern: str) -> None:
    with pytest.raises(InvalidInput):
        compiled(pattern)


def test_what_has_no_date_takes_the_one_given() -> None:
    assert told("a.txt", "Words.", Settings(published=date(2011, 1, 1))) == ("2011-01-01", "given")


@pytest.mark.parametrize(
    "written", ["0001-01-01T00:00:00", "0000-00-00", "9999-12-31", "12/10/2007", "x" * 99, 7, None]
)
def test_what_is_no_plain_date_is_none(written: object) -> None:
    assert read_day(written) is None


@pytest.mark.parametrize(
    "written",
    ["2007-10-12T23:59:59.123456789Z", "20071012T120000Z", "12 October 2007", "Oct. 12, 2007", "12th Oct 2007, 10:00"],
)
def test_days_are_read_in_many_notations(written: str) -> None:
    days = read_day(written)
    assert days and days.last == date(2007, 10, 12)
