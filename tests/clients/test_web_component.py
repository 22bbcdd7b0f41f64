"""The web component on pages of others, in Chromium: the page of its documentation, opened as it stands there."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.aws.serving import serving
from treatycheck.aws.local import LocalServer
from treatycheck.facts.bundled import BundledFactStore

if TYPE_CHECKING:
    from tests.clients.chromium import Tab

pytestmark = pytest.mark.clients

DOCUMENTED = Path(__file__).parents[2] / "docs" / "clients" / "web-component.md"
ALIGNED = """textarea { font: 17px/1.7 Liberation Serif, serif; width: 21rem; height: 9rem; padding: 7px 19px 3px 11px;
  border: 4px solid gray; color: black; letter-spacing: 0.4px; text-indent: 12px; resize: both; }"""
LONG = " ".join(f"Sentence {number} is here for its length, no more." for number in range(30))
NO_HIGHLIGHTS = "Object.defineProperty(CSS, 'highlights', { value: undefined })"


@contextmanager
def site(page: str) -> Iterator[str]:
    """The address of another site, which has this one page."""

    class Requests(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = page.encode() if self.path == "/" else b""
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Requests)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def shared() -> Iterator[str]:
    """The address of a server that lets pages of any site call."""
    with serving(LocalServer(BundledFactStore.load(), origins=("*",))) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def documented(shared: str) -> Iterator[str]:
    """The address of the documented page."""
    found = re.search(r"```html\n(.*?)```", DOCUMENTED.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    with site(found.group(1).replace("http://127.0.0.1:8000", shared)) as address:
        yield address


Opened = Callable[..., None]


@pytest.fixture
def opened(tab: Tab, shared: str) -> Iterator[Opened]:
    """Opens a page with a field in the component, and waits until its text is known."""
    sites = []

    def open_page(field: str, style: str = "") -> None:
        script = f'<script type="module" src="{shared}/assets/treaty-check.js"></script>'
        page = f"<!DOCTYPE html><meta charset=utf-8><title>Elsewhere</title><style>{style}</style>{script}"
        sites.append(site(f'{page}<body><treaty-check published="2019-03-04">{field}</treaty-check>'))
        tab.open(sites[-1].__enter__())
        tab.settled()

    yield open_page
    for made in sites:
        made.__exit__(None, None, None)


def pixels(tab: Tab) -> Any:
    """What the text area looks like."""
    from PIL import Image

    return Image.open(io.BytesIO(tab.page.locator("textarea").screenshot(animations="disabled"))).convert("RGB")


def most_different(one: Any, other: Any) -> int:
    """The largest difference of two pixels' red, green or blue, from 0 to 255."""
    from PIL import ImageChops

    extrema: Any = ImageChops.difference(one, other).getextrema()
    return max(int(most) for _, most in extrema)


def red_below(tab: Tab, words: str) -> bool:
    """Whether the wave of a refuted claim is seen under the middle of these words."""
    x, y = tab.point_at(words)
    box: Any = tab.page.locator("textarea").bounding_box()
    image = pixels(tab)
    column, row = int(x - box["x"]), int(y - box["y"])
    places = [(column + across, row + below) for below in range(2, 16) for across in range(-4, 5)]
    inside = [(x, y) for x, y in places if 0 <= x < image.width and 0 <= y < image.height]
    colours = [image.getpixel(place) for place in inside]
    return any(red > 150 and green < 110 and blue < 110 for red, green, blue in colours)


def test_the_documented_page_works(tab: Tab, documented: str) -> None:
    tab.open(documented)
    tab.until(lambda: len(tab.refuted()) == 2)
    assert sorted(tab.refuted()) == ["signed in 1988", "signed in 1988"]
    tab.until(lambda: red_below(tab, "signed in 1988"))


def test_the_document_of_an_author_is_never_changed_but_by_a_correction(tab: Tab, documented: str) -> None:
    tab.open(documented)
    tab.until(lambda: len(tab.refuted()) == 2)
    note = tab.page.locator("[contenteditable]")
    before = note.inner_html()
    assert before.strip() == "<p>The <b>INF</b> Treaty was signed in <i>1988</i>.</p>"
    note.click()
    tab.page.keyboard.press("Control+Home")
    tab.page.keyboard.press("F8")
    assert note.inner_html() == before
    told = "(e) => { window.told = []; e.addEventListener('input', (event) => told.push(event.inputType)); }"
    note.evaluate(told)
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    tab.until(lambda: len(tab.refuted()) == 1)
    assert note.inner_html().strip() == "<p>The <b>INF</b> Treaty was signed in <i>1987</i>.</p>"
    assert tab.page.evaluate("told") == ["insertText"]
    tab.page.keyboard.press("Control+z")
    assert note.inner_html() == before


def test_the_mirror_of_a_text_area_lies_on_its_letters(tab: Tab, opened: Opened) -> None:
    opened(f"<textarea>{LONG}\n\n\tThe INF Treaty was signed in 1988. {LONG}\n</textarea>", ALIGNED)
    for change in (
        "scrollTop = 190",
        "style.width = '300px'",
        "style.font = '21px/1.3 Liberation Sans'",
    ):
        tab.component(f"void (it.field.{change})")
        tab.page.wait_for_timeout(60)
        tab.component("void (it.layer.style.visibility = 'hidden')")
        own = pixels(tab)
        tab.component("void (it.layer.style.visibility = '', CSS.highlights.clear())")
        tab.component("void (it.layer.firstChild.style.color = 'black', it.field.style.color = 'transparent')")
        mirrored = pixels(tab)
        tab.component("void (it.field.style.color = 'black')")
        assert most_different(own, mirrored) <= 2, change


def test_a_mark_in_a_text_area_follows_scrolling_and_edits(tab: Tab, opened: Opened) -> None:
    opened(f"<textarea>{LONG} The INF Treaty was signed in 1988. {LONG}</textarea>", ALIGNED)
    tab.page.focus("textarea")
    tab.page.keyboard.press("Control+Home")
    tab.page.keyboard.press("F8")
    tab.page.keyboard.press("Escape")
    assert tab.refuted() == ["signed in 1988"]
    tab.until(lambda: red_below(tab, "signed in 1988"))
    scrolled = tab.component("it.field.scrollTop")
    # at its edge, so that no card opens over what is looked at
    tab.page.hover("textarea", position={"x": 6, "y": 6})
    tab.page.mouse.wheel(0, 30)
    tab.until(lambda: tab.component("it.field.scrollTop") > scrolled)
    tab.until(lambda: red_below(tab, "signed in 1988"))
    tab.page.keyboard.press("Home")
    tab.page.keyboard.insert_text("What is more: ")
    assert tab.refuted() == ["signed in 1988"]
    tab.until(lambda: red_below(tab, "signed in 1988"))


def test_a_correction_in_a_text_area_is_typed_in(tab: Tab, opened: Opened) -> None:
    opened("<textarea>😀 The INF Treaty was signed in 1988 😀.</textarea>")
    tab.page.mouse.click(*tab.point_at("signed in 1988"))
    tab.page.click("[part=correction]")
    tab.until(lambda: tab.refuted() == [])
    assert tab.page.input_value("textarea") == "😀 The INF Treaty was signed in 1987 😀."
    tab.page.keyboard.press("Control+z")
    assert tab.page.input_value("textarea") == "😀 The INF Treaty was signed in 1988 😀."


def test_a_text_area_that_cannot_be_edited_offers_no_correction(tab: Tab, opened: Opened) -> None:
    opened("<textarea readonly>The INF Treaty was signed in 1988.</textarea>")
    tab.page.mouse.click(*tab.point_at("signed in 1988"))
    assert tab.page.is_visible("[part=ignore]") and tab.page.locator("[part=correction]").count() == 0


def test_without_the_highlight_api_lines_are_laid_over_the_text(tab: Tab, opened: Opened) -> None:
    tab.context.add_init_script(NO_HIGHLIGHTS)
    opened("<div contenteditable><p>Old news</p><p>The INF Treaty was signed in 1988.</p></div>")
    (line,) = tab.component("[...it.layer.querySelectorAll('.refuted')].map((e) => e.getBoundingClientRect().toJSON())")
    words = tab.page.evaluate(
        """() => { const node = document.querySelector("p + p").firstChild; const range = document.createRange();
          range.setStart(node, node.data.indexOf("signed in")); range.setEnd(node, node.data.length - 1);
          return range.getBoundingClientRect().toJSON(); }"""
    )
    assert all(abs(line[side] - words[side]) < 1 for side in ("left", "right", "bottom"))


def test_blocks_hidden_nodes_and_line_breaks_are_read_as_they_are_shown(tab: Tab, opened: Opened) -> None:
    blocks = "<h2>One</h2>\n <p>Two<br>three <b>fo</b>ur&nbsp;\n five</p><p hidden>Six</p><ul><li>7</ul>"
    opened(f"<div contenteditable>{blocks}</div>")
    assert tab.component("it.text") == "One\n\nTwo\nthree four   five\n\n7"


def test_a_page_may_tell_of_errors_itself(tab: Tab, opened: Opened) -> None:
    opened("<textarea></textarea>")
    listen = """(it) => it.addEventListener("treaty-check:error", (event) => { event.preventDefault();
      window.told = event.detail; })"""
    tab.page.eval_on_selector("treaty-check", listen)
    tab.page.route("**/v1/verify/batch", lambda route: route.abort())
    tab.page.fill("textarea", "The INF Treaty was signed in 1988.")
    tab.until(lambda: tab.page.evaluate("window.told"))
    assert tab.page.evaluate("told")["kind"] == "unreachable" and tab.page.is_hidden("[part=notice]")
    tab.errors.clear()


def test_attributes_choose_what_is_shown_and_by_which_date(tab: Tab, opened: Opened) -> None:
    opened("<textarea>The INF Treaty was signed last year. New START is in force.</textarea>")
    assert tab.refuted() == ["signed last year"] and tab.marks()["supported"]
    tab.component("it.setAttribute('show', 'supported')")
    assert tab.marks().keys() == {"supported"}
    tab.component("it.removeAttribute('show')")
    tab.component("it.setAttribute('published', '1988-03-04')")
    tab.until(lambda: "signed last year" in tab.marks().get("supported", []))
    claim = tab.component("it.claims[0].claim.id")
    tab.component(f"it.setAttribute('ignore', '{claim}')")
    assert "signed last year" not in str(tab.marks())
