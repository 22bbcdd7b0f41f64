"""The editor page in Chromium when something is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.clients.chromium import Tab

pytestmark = pytest.mark.clients

WRONG = "The INF Treaty was signed in 1988."
RIGHT = "The INF Treaty was signed in 1987."
NOTICE = "[part=notice]"
Answer = Callable[[Any, int], Any]


@pytest.fixture
def editor(tab: Tab, local: str) -> Tab:
    tab.open(f"{local}/")
    tab.page.click("#text")
    return tab


def answered_by(tab: Tab, answer: Answer) -> None:
    """Has requests about texts answered by what is called with each and its number; None lets it through."""
    count = iter(range(1000))

    def routed(route: Any) -> None:
        told = answer(route.request, next(count))
        if told is None:
            route.continue_()
        else:
            status, headers = told
            body = json.dumps({"status": status, "detail": "no"})
            route.fulfill(status=status, headers={"Content-Type": "application/problem+json", **headers}, body=body)

    tab.page.route("**/v1/verify/batch", routed)


def test_without_a_network_it_says_so_and_goes_on_when_there_is_one(editor: Tab) -> None:
    editor.context.set_offline(True)
    editor.page.keyboard.insert_text(WRONG)
    editor.until(lambda: editor.page.is_visible(NOTICE))
    assert "cannot be reached" in editor.page.inner_text(NOTICE)
    assert "trying again" in editor.page.inner_text(NOTICE)
    editor.context.set_offline(False)
    editor.until(lambda: editor.refuted() == ["signed in 1988"])
    editor.until(lambda: editor.page.is_hidden(NOTICE))
    assert all("ERR_INTERNET_DISCONNECTED" in error for error in editor.errors)
    editor.errors.clear()


@pytest.mark.parametrize(("status", "words"), [(429, "too many requests"), (503, "could not answer")])
def test_it_comes_back_when_the_server_says(editor: Tab, status: int, words: str) -> None:
    answered_by(editor, lambda _, number: (status, {"Retry-After": "1"}) if number == 0 else None)
    editor.page.keyboard.insert_text(WRONG)
    editor.until(lambda: editor.page.is_visible(NOTICE))
    assert words in editor.page.inner_text(NOTICE) and "again in 1 s" in editor.page.inner_text(NOTICE)
    editor.until(lambda: editor.refuted() == ["signed in 1988"])
    assert len(editor.sent) >= 2
    editor.errors.clear()


def test_what_is_too_large_is_sent_in_smaller_parts(editor: Tab) -> None:
    answered_by(editor, lambda request, _: (413, {}) if len(request.post_data or "") > 2500 else None)
    editor.page.keyboard.insert_text("\n\n".join([WRONG, *(f"Paragraph {n} is about nothing." for n in range(120))]))
    editor.until(lambda: editor.component("it.state") == "idle" and editor.refuted())
    assert editor.refuted() == ["signed in 1988"] and editor.page.is_hidden(NOTICE)
    editor.errors.clear()


def test_a_paragraph_that_is_too_large_by_itself_is_told(editor: Tab) -> None:
    answered_by(editor, lambda request, _: (413, {}))
    editor.page.keyboard.insert_text(WRONG)
    editor.until(lambda: editor.page.is_visible(NOTICE))
    assert "too long" in editor.page.inner_text(NOTICE)
    editor.settled()
    assert editor.page.is_visible(NOTICE) and len(editor.sent) == 1
    editor.errors.clear()


def test_a_server_that_wants_a_key_is_given_one(editor: Tab) -> None:
    answered_by(editor, lambda request, _: None if request.headers.get("x-api-key") == "secret" else (403, {}))
    editor.page.keyboard.insert_text(WRONG)
    editor.until(lambda: editor.page.is_visible("#key"))
    editor.page.keyboard.insert_text(" It is long.")
    editor.page.wait_for_timeout(500)
    assert len(editor.sent) == 1
    editor.page.fill("#api-key", "secret")
    editor.page.keyboard.press("Enter")
    editor.until(lambda: editor.refuted() == ["signed in 1988"])
    editor.errors.clear()


def test_an_answer_that_comes_too_late_is_dropped(editor: Tab) -> None:
    held: list[Any] = []

    def routed(route: Any) -> None:
        held.append(route)
        if len(held) > 1:
            route.continue_()

    editor.page.route("**/v1/verify/batch", routed)
    editor.page.keyboard.insert_text(WRONG)
    editor.until(lambda: held)
    for _ in "1988.":
        editor.page.keyboard.press("Backspace")
    editor.page.keyboard.insert_text("1987.")
    editor.until(lambda: len(held) > 1)
    editor.settled()
    assert editor.marks() == {"supported": ["signed in 1987"]}
    assert editor.component("it.text") == RIGHT


def test_nothing_is_sent_while_an_input_method_composes(editor: Tab) -> None:
    session = editor.context.new_cdp_session(editor.page)
    editor.page.keyboard.insert_text("The INF Treaty was signed in ")
    editor.settled()
    editor.page.wait_for_timeout(400)
    editor.sent.clear()
    session.send("Input.imeSetComposition", {"text": "1988.", "selectionStart": 5, "selectionEnd": 5})
    editor.page.wait_for_timeout(500)
    assert editor.component("it.text") == WRONG and editor.sent == []
    session.send("Input.insertText", {"text": "1988."})
    editor.until(lambda: editor.refuted() == ["signed in 1988"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(editor: Tab, scheme: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    editor.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    assert Axe().run(editor.page).violations_count == 0, Axe().run(editor.page).generate_report()
    editor.page.click("#sample")
    editor.settled()
    editor.page.click("#claims .claim >> nth=0")
    found = Axe().run(editor.page)
    assert found.violations_count == 0, found.generate_report()
