"""Files that other programs made: `wget --warc-file` on a local site, feeds by feedgen."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.audit.objects import read, texts
from treatycheck.audit.article import Article

pytestmark = pytest.mark.clients

PAGES = {
    "index.html": '<html><a href="one.html">1</a> <a href="two.html">2</a> <a href="note.txt">3</a></html>',
    "one.html": '<html><meta name="DC.date" content="2007-10-12"><p>The INF Treaty was signed in 1988.</p></html>',
    "two.html": '<html><meta charset="utf-8"><p>Café: New START is in force.</p></html>',
    "note.txt": "The pact was signed in 1987.",
}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """The pages on a server of this machine."""
    folder = tmp_path / "site"
    folder.mkdir()
    for name, page in PAGES.items():
        (folder / name).write_text(page)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed")
@pytest.mark.parametrize("options", [[], ["--no-warc-compression"]])
def test_what_wget_crawled_is_read(site: str, tmp_path: Path, options: list[str]) -> None:
    command = ["wget", "-q", "-r", "--warc-file=crawl", *options, site]
    subprocess.run(command, cwd=tmp_path, check=True, env={"PATH": "/usr/bin:/bin"})
    (made,) = tmp_path.glob("crawl.warc*")
    found = [item for item in read(made.name, made.read_bytes()) if isinstance(item, Article)]
    pages = {item.part.removeprefix(site): item for item in found if item.part.startswith(site)}
    assert {"one.html", "two.html", "note.txt"} <= pages.keys()
    assert [pages[name].document.text for name in ("one.html", "two.html", "note.txt")] == list(PAGES.values())[1:]
    assert (str(pages["one.html"].document.published), pages["one.html"].date_source) == ("2007-10-12", "metadata")
    assert pages["two.html"].date_source == "header"


@pytest.fixture
def feed() -> Any:
    """Two entries, as feedgen makes them."""
    from feedgen.feed import FeedGenerator

    made = FeedGenerator()
    made.id("urn:feed")
    made.title("News")
    made.link(href="https://news.example/")
    made.description("All the news")
    for number, day in ((1, 12), (2, 13)):
        entry = made.add_entry(order="append")
        entry.id(f"urn:{number}")
        entry.title(f"Story {number}")
        entry.link(href=f"https://news.example/{number}")
        entry.published(datetime(2007, 10, day, 9, tzinfo=UTC))
        entry.content(f"<p>The INF Treaty was signed in 198{number + 5} &amp; kept.</p>", type="CDATA")
    return made


@pytest.mark.parametrize("form", ["rss_str", "atom_str"])
def test_what_feedgen_wrote_is_read(feed: Any, form: str) -> None:
    found = read("feed.xml", getattr(feed, form)())
    assert texts(found) == [f"<p>The INF Treaty was signed in 198{number} &amp; kept.</p>" for number in (6, 7)]
    told = [
        (item.part, item.document.title, str(item.document.published)) for item in found if isinstance(item, Article)
    ]
    assert told == [("urn:1", "Story 1", "2007-10-12"), ("urn:2", "Story 2", "2007-10-13")]
