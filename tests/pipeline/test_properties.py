"""What holds of the answer to any text."""

from __future__ import annotations

import json
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pipeline.checking import STORE, TODAY, checked, corrected, verdicts
from treatycheck.model import Document, Format, Report, Span
from treatycheck.pipeline import verify
from treatycheck.render.json import render_json, render_jsonl

ODD = st.text(
    st.one_of(st.characters(codec=None), st.sampled_from("\ud800\udfff\x00\x1b\u202e\u200f\u0301\u05d0\U0001f600"))
)
PIECES = (
    "the INF Treaty|START I|START II|New START|START|the NPT|the Treaty of Paris|SALT II|it|the treaty|a 1987 pact|its|"
    "was signed|signed|entered into force|expires|expired|was ratified by|withdrew from|banned|replaced|was extended|"
    "for five years|in 1987|on 8 December 1986|in the late 1980s|two decades ago|yesterday|in Moscow|by Reagan|"
    "the United States|Russia|North Korea|1,550 warheads|189 parties|500-5,500 km|not|never|may|said Vladimir Putin|"
    "when|which|and|nor|of|.|,|;|:|(|)|\u201c|\u201d|'s|?|!|-|\u2014|\n|\n\n|\t|\u05d0\u05d1|e\u0301|\u202e|\ud83d|\U0001f600|\x00"
).split("|")
MIXED = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(("", " ", " ", " "))), max_size=40).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)
TEXTS = st.one_of(ODD, MIXED, st.tuples(MIXED, ODD, MIXED).map("".join))

UNRELATED = (
    "The weather was fine.",
    "People went home early.",
    "He was born in 1950.",
    "The mayor opened a school in Berlin in 1987.",
    "Prices rose by 5 percent in 2009.",
)
PASSAGES = (
    "The INF Treaty was signed in 1986. It entered into force in 1988.",
    "New START was signed in Prague in 2011. The pact was extended for five years.",
    "START I was signed in 1991 by Bush and Gorbachev. It expired in 2009.",
    "When it was concluded in 1987, the pact known as INF banned missiles.",
    "The Treaty of Paris was signed in 1783.",
    "SALT II never entered into force.",
)
SIGNED = {
    "INF Treaty": 1987,
    "START I": 1991,
    "START II": 1993,
    "New START": 2010,
    "ABM Treaty": 1972,
    "Antarctic Treaty": 1959,
    "Treaty of Versailles": 1919,
}
IN_FORCE = {
    "INF Treaty": 1988,
    "START I": 1994,
    "New START": 2011,
    "NPT": 1970,
    "Outer Space Treaty": 1967,
    "Chemical Weapons Convention": 1997,
    "Kyoto Protocol": 2005,
}
PLACES = {"INF Treaty": "Washington", "New START": "Prague", "ABM Treaty": "Moscow", "START II": "Moscow"}
TERMS = {"New START": "10 years", "START I": "15 years"}


def dated(template: str, years: dict[str, int]) -> st.SearchStrategy[tuple[str, bool]]:
    """Sentences of a template, and whether they are true; false ones are off by years."""
    offsets = st.sampled_from([0, *range(-40, -5), *range(20, 40)])
    return st.builds(
        lambda name, offset: (template.format(name, min(years[name] + offset, 2025)), offset == 0),
        st.sampled_from(sorted(years)),
        offsets,
    )


def worded(template: str, right: dict[str, str], values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, bool]]:
    """Sentences of a template, and whether they are true."""
    return st.builds(
        lambda name, value: (template.format(name, value), value == right[name]),
        st.sampled_from(sorted(right)),
        st.sampled_from(values),
    )


TRUE_OR_FALSE = st.one_of(
    dated("The {} was signed in {}.", SIGNED),
    dated("The {} was a milestone. It was signed in {}.", SIGNED),
    dated("Signed in {1}, the {0} was a milestone.", SIGNED),
    dated("The {} entered into force in {}.", IN_FORCE),
    dated("The {}, which took effect in {}, is well known.", IN_FORCE),
    worded("The {} was signed in {}.", PLACES, ("Washington", "Prague", "Moscow", "Geneva")),
    worded("The {} was to last {}.", TERMS, ("10 years", "15 years", "20 years", "7 years")),
)


def assert_sound(report: Report) -> None:
    text = report.document.text
    claims = [judged.claim for judged in report.claims]
    for claim in claims:
        for span in (claim.span, claim.treaty.span, *([claim.value.span] if claim.value.span else [])):
            assert 0 <= span.start < span.end <= len(text)
        if claim.value.span:
            assert claim.span.contains(claim.value.span) or claim.implicit
    assert [claim.span.start for claim in claims] == sorted(claim.span.start for claim in claims)
    assert len({judged.id for judged in report.claims}) == len(claims)
    assert json.loads(render_json(report))["summary"]["claims"] == len(claims)
    assert len(render_jsonl(report).splitlines()) == len(claims)


def cut(text: str, span: Span) -> str:
    return "".join(text[span.start : span.end].split())


@given(TEXTS, st.sampled_from(Format))
@settings(max_examples=120, deadline=None)
def test_any_text_gets_an_answer_with_its_spans_in_the_text(text: str, format: Format) -> None:
    assert_sound(checked(text, format=format))


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_the_words_of_a_plain_text_stand_at_their_spans(text: str) -> None:
    for judged in checked(text).claims:
        treaty, value = judged.claim.treaty, judged.claim.value
        assert cut(text, treaty.span) == "".join(treaty.text.split())
        if value.span and value.text:
            assert cut(text, value.span) == "".join(value.text.split())


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_the_same_text_gets_the_same_report_again(text: str) -> None:
    asked = Document(text, published=TODAY)
    assert verify(asked, STORE, TODAY) == verify(asked, STORE, TODAY)


@given(
    st.sampled_from(PASSAGES),
    st.sampled_from(UNRELATED),
    st.sampled_from(("{other} {passage}", "{other}\n\n{passage}", "{passage} {other}", "{passage}\n\n{other}")),
)
@settings(max_examples=100, deadline=None)
def test_an_unrelated_sentence_changes_no_verdict(passage: str, other: str, layout: str) -> None:
    assert verdicts(checked(layout.format(passage=passage, other=other))) == verdicts(checked(passage))


@given(TRUE_OR_FALSE)
@settings(max_examples=200, deadline=None)
def test_a_true_sentence_is_supported_and_a_false_one_is_once_it_is_corrected(sentence: tuple[str, bool]) -> None:
    text, is_true = sentence
    (judged,) = checked(text).claims
    assert judged.verdict.label == ("supported" if is_true else "refuted")
    if not is_true:
        (again,) = checked(corrected(text, judged)).claims
        assert again.verdict.label == "supported"


def as_html(words: list[str], marks: list[bool]) -> str:
    """A paragraph with some words in tags, and spaces and letters as entities."""
    marked = [
        f"<b class='x'>{escape(word)}</b>" if mark else escape(word).replace("T", "&#84;")
        for word, mark in zip(words, marks, strict=True)
    ]
    return f"<p>{'&nbsp;'.join(marked[:2])} {' '.join(marked[2:])}</p>"


def as_markdown(words: list[str], marks: list[bool]) -> str:
    """A paragraph with some words emphasised and the first one of them a link."""
    marked = [f"**{word}**" if mark else word for word, mark in zip(words, marks, strict=True)]
    return " ".join([f"[{marked[0]}](https://example.org/a)", *marked[1:]])


@given(st.sampled_from(PASSAGES), st.lists(st.booleans(), min_size=20, max_size=20))
@settings(max_examples=60, deadline=None)
def test_markup_changes_no_claim(passage: str, marks: list[bool]) -> None:
    words = passage.split()
    plain = verdicts(checked(passage))
    used = marks[: len(words)]
    html, markdown = as_html(words, used), as_markdown(words, used)
    assert verdicts(checked(html, format=Format.HTML)) == plain
    assert verdicts(checked(markdown, format=Format.MARKDOWN)) == plain
