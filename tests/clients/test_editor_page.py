"""The editor page in Chromium, by pointer and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.clients.chromium import Tab

pytestmark = pytest.mark.clients

WRONG = "The INF Treaty was signed in 1988."
RIGHT = "The INF Treaty was signed in 1987."
FILLER = "Nobody in the hall had expected the evening to end with so little noise and so much paper."


@pytest.fixture
def editor(tab: Tab, local: str) -> Tab:
    """The page, empty, with the caret in the text."""
    tab.open(f"{local}/")
    tab.page.fill("#published", "2019-03-04")
    tab.page.click("#text")
    return tab


def write(tab: Tab, text: str) -> None:
    tab.page.keyboard.insert_text(text)
    tab.settled()


def text_of(tab: Tab) -> str:
    found: str = tab.component("it.text")
    return found


def in_card(tab: Tab) -> str | None:
    """The part of the card that has the focus."""
    found: str | None = tab.component("it.shadowRoot.activeElement?.getAttribute('part')")
    return found


def test_a_wrong_date_is_underlined_as_one_types(editor: Tab) -> None:
    editor.page.keyboard.type(WRONG)
    editor.settled()
    assert editor.marks() == {"refuted": ["signed in 1988"]}
    editor.until(lambda: editor.page.text_content("#summary") == "1 claim: 1 refuted.")
    assert editor.page.inner_text("#claims .why").startswith("The Intermediate-Range Nuclear Forces Treaty was signed")


def test_a_click_writes_the_correction_which_can_be_undone(editor: Tab) -> None:
    write(editor, WRONG)
    editor.page.mouse.click(*editor.point_at("signed in 1988"))
    assert editor.marks()["active"] == ["signed in 1988"]
    editor.page.click("[part=correction]")
    editor.settled()
    assert (text_of(editor), editor.marks()) == (RIGHT, {"supported": ["signed in 1987"]})
    editor.page.keyboard.press("Control+z")
    editor.settled()
    assert (text_of(editor), editor.refuted()) == (WRONG, ["signed in 1988"])


def test_a_pointer_over_a_claim_shows_its_card_and_one_elsewhere_hides_it(editor: Tab) -> None:
    write(editor, WRONG)
    editor.page.mouse.move(*editor.point_at("signed in 1988"))
    editor.until(lambda: editor.page.is_visible("[part=card]"))
    link = editor.page.locator("[part=evidence] a").first
    assert link.get_attribute("rel") == "noopener noreferrer" and (link.get_attribute("href") or "").startswith("http")
    sources = [link.get_attribute("href") for link in editor.page.locator("[part=evidence] a").all()]
    assert len(sources) == len(set(sources)) > 1
    editor.page.mouse.move(5, 5)
    editor.until(lambda: editor.page.is_hidden("[part=card]"))


def test_keys_lead_to_the_claim_and_write_its_correction(editor: Tab) -> None:
    write(editor, f"{RIGHT} It entered into force on 1 June 1989.")
    keyboard = editor.page.keyboard
    keyboard.press("Control+Home")
    keyboard.press("F8")
    assert editor.page.evaluate("String(document.getSelection())") == "signed in 1987"
    keyboard.press("F8")
    assert editor.page.evaluate("String(document.getSelection())") == "entered into force on 1 June 1989"
    keyboard.press("Tab")
    assert in_card(editor) == "correction"
    keyboard.press("Escape")
    assert editor.page.is_hidden("[part=card]") and editor.page.evaluate("document.activeElement.id") == "text"
    keyboard.press("Control+End")
    keyboard.press("Shift+F8")
    keyboard.press("Tab")
    keyboard.press("Enter")
    editor.settled()
    assert text_of(editor) == f"{RIGHT} It entered into force on 1 June 1988." and editor.refuted() == []
    assert editor.page.evaluate("document.activeElement.id") == "text"


def test_the_list_leads_to_each_claim_by_arrow_keys(editor: Tab) -> None:
    write(editor, f"{WRONG} It entered into force on 1 June 1989.")
    editor.page.focus("#claims .claim >> nth=0")
    editor.page.keyboard.press("ArrowDown")
    editor.page.keyboard.press("Enter")
    assert editor.page.evaluate("String(document.getSelection())") == "entered into force on 1 June 1989"
    assert editor.page.get_attribute("#claims .claim >> nth=1", "aria-current") == "true"
    editor.page.click("#claims .write >> nth=0")
    editor.settled()
    assert text_of(editor).startswith(RIGHT) and len(editor.refuted()) == 1


def test_only_paragraphs_that_changed_are_sent(editor: Tab) -> None:
    paragraphs = [f"Paragraph {number} begins. {FILLER} {FILLER}" for number in range(20)]
    paragraphs[9] = WRONG
    write(editor, "\n\n".join(paragraphs))
    assert editor.refuted() == ["signed in 1988"]
    editor.sent.clear()
    editor.page.keyboard.press("F8")
    editor.page.click("[part=correction]")
    editor.until(lambda: editor.sent)
    (item,) = editor.sent[0]["items"]
    assert RIGHT in item["text"] and "Paragraph 8" in item["text"] and "Paragraph 10" in item["text"]
    assert "Paragraph 5" not in item["text"] and "Paragraph 11" not in item["text"]
    editor.until(lambda: len(editor.sent) == 2)
    editor.settled()
    editor.page.wait_for_timeout(400)
    assert len(editor.sent) == 2
    again = " ".join(item["text"] for item in editor.sent[1]["items"])
    assert "Paragraph 12" in again and "Paragraph 16" not in again and "Paragraph 4" not in again


def test_what_a_paragraph_says_is_judged_anew_when_its_antecedent_changes(editor: Tab) -> None:
    write(editor, "The INF Treaty was discussed at length.\n\nIt entered into force on 1 June 1988.")
    assert editor.refuted() == []
    editor.page.evaluate("document.getSelection().setBaseAndExtent(text.firstChild, 4, text.firstChild, 14)")
    write(editor, "Ottawa Treaty")
    editor.until(lambda: editor.refuted() == ["entered into force on 1 June 1988"])


def test_an_ignored_claim_stays_away_until_it_is_shown_again(editor: Tab) -> None:
    write(editor, WRONG)
    editor.page.mouse.click(*editor.point_at("signed in 1988"))
    editor.page.click("[part=ignore]")
    assert editor.marks() == {}
    editor.page.keyboard.press("Control+Home")
    write(editor, "A new lead. ")
    assert editor.marks() == {} and len(editor.sent[-1]["ignore"]) == 1
    editor.page.reload()
    editor.settled()
    assert text_of(editor) == f"A new lead. {WRONG}" and editor.marks() == {}
    editor.page.click("#restore")
    editor.settled()
    assert editor.refuted() == ["signed in 1988"]


def test_counts_choose_which_claims_are_shown(editor: Tab) -> None:
    editor.page.click("#sample")
    editor.settled()
    marked = {label: len(words) for label, words in editor.marks().items()}
    assert marked.keys() == {"refuted", "not-enough-info", "supported"}

    def counted(label: str) -> int:
        return int(editor.page.inner_text(f".counts [data-verdict={label.replace('-', '_')}] b"))

    editor.until(lambda: {label: counted(label) for label in marked} == marked)
    editor.page.click(".counts [data-verdict=supported]")
    assert editor.marks().keys() == {"refuted", "not-enough-info"}
    left = marked["refuted"] + marked["not-enough-info"]
    editor.until(lambda: editor.page.locator("#claims .claim").count() == left)


def test_the_colours_follow_the_system_and_the_switch(editor: Tab) -> None:
    def background() -> str:
        found: str = editor.page.evaluate("getComputedStyle(document.body).backgroundColor")
        return found

    light = background()
    editor.page.emulate_media(color_scheme="dark")
    dark = background()
    assert light != dark
    editor.page.click("text=Light")
    assert background() == light
    editor.page.reload()
    assert background() == light
    editor.page.click("text=Auto")
    assert background() == dark


def test_what_is_pasted_becomes_plain_text(editor: Tab) -> None:
    paste = """([type, content]) => { const clipboardData = new DataTransfer(); clipboardData.setData(type, content);
      text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })); }"""
    editor.page.evaluate(
        paste,
        ["text/html", f"<style>p {{}}</style><h1 style='color: red'>Old news</h1><p>The <b>INF</b>{WRONG[7:]}</p>"],
    )
    editor.settled()
    assert text_of(editor) == f"Old news\n\n{WRONG}" and editor.refuted() == ["signed in 1988"]
    assert editor.page.locator("#text :is(b, h1, style)").count() == 0


def test_a_phone_needs_no_scrolling_to_the_side_and_shows_the_card_in_sight(editor: Tab) -> None:
    editor.page.set_viewport_size({"width": 390, "height": 844})
    editor.page.click("#sample")
    editor.settled()
    assert editor.page.evaluate("document.documentElement.scrollWidth") == 390
    editor.page.click("#claims .claim >> nth=0")
    card: Any = editor.page.locator("[part=card]").bounding_box()
    assert card["x"] >= 0 and card["x"] + card["width"] <= 390 and card["y"] + card["height"] <= 844


def test_it_works_below_a_stage_over_the_table(tab: Tab, deployed: str) -> None:
    tab.open(deployed)
    tab.page.click("#text")
    write(tab, WRONG)
    assert tab.refuted() == ["signed in 1988"]
