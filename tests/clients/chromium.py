"""Chromium with a page that remembers what went wrong in it, and the component on the page."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
MOST_SECONDS = 30
MARKS = """() => Object.fromEntries([...CSS.highlights].map(([name, marked]) =>
  [name.replace("treaty-check-", ""), [...marked].map(String)]).filter(([, marked]) => marked.length))"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine, or a skipped test."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None:
        pytest.skip(f"no Chromium here: none of {', '.join(NAMES)} is on the path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS.split())
        yield browser
        browser.close()


class Tab:
    """A page with a `<treaty-check>`; `errors` are what the console and the page complained of."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.page.set_default_timeout(MOST_SECONDS * 1000)
        self.errors: list[str] = []
        self.sent: list[dict[str, Any]] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._requested)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)

    def _requested(self, request: Request) -> None:
        if request.method == "POST":
            self.sent.append(json.loads(request.post_data or "null"))

    def open(self, address: str, debounce: int = 60, settle: int = 250) -> None:
        """Loads a page whose components do not wait as long for a writer as for people."""
        self.page.goto(address)
        self.until(lambda: self.page.evaluate("!!customElements.get('treaty-check')"))
        hurry = "(e, [d, s]) => { e.setAttribute('debounce', d); e.setAttribute('settle', s); }"
        for component in self.page.query_selector_all("treaty-check"):
            component.evaluate(hurry, [debounce, settle])

    def component(self, expression: str) -> Any:
        """An expression about the page's first component, which is called `it`."""
        return self.page.eval_on_selector("treaty-check", f"(it) => {expression}")

    def until(self, done: Callable[[], Any]) -> None:
        """Waits until something holds."""
        end = time.monotonic() + MOST_SECONDS
        while not done():
            assert time.monotonic() < end, f"waited in vain; the page said {self.errors}"
            self.page.wait_for_timeout(25)

    def settled(self) -> None:
        """Waits until all of the text is known."""
        self.page.wait_for_timeout(20)
        self.until(lambda: self.component("it.state") == "idle")

    def marks(self) -> dict[str, list[str]]:
        """The underlined words by verdict."""
        found: dict[str, list[str]] = self.page.evaluate(MARKS)
        return found

    def refuted(self) -> list[str]:
        return self.marks().get("refuted", [])

    def point_at(self, words: str) -> tuple[float, float]:
        """The middle of the first line of underlined words, in the window."""
        x, y = self.page.evaluate(
            """(words) => { for (const marked of CSS.highlights.values()) for (const range of marked)
                 if (String(range) === words) { const place = range.getClientRects()[0];
                   return [place.x + place.width / 2, place.y + place.height / 2]; } }""",
            words,
        )
        return x, y
