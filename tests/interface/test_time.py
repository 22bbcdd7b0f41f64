"""How long a text may take: it is answered whole, or refused with the limit."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interface.calls import TODAY, call
from treatycheck.aws.api import build_api
from treatycheck.aws.observability import Observer
from treatycheck.aws.service import Service
from treatycheck.aws.settings import Limits
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.model import Document
from treatycheck.pipeline import verify

SENTENCE = "The INF Treaty was signed in 1988."
# the pact, in a sentence of its own, makes tentative claims
TEXT = f"{SENTENCE} The pact bans missiles, in 1987. New START was signed in Prague in 2011.\n\nIt entered into force."
STORE = BundledFactStore.load()


def through(clock: Callable[[], float], **limits: Any) -> APIGatewayRestResolver:
    """The routes by this clock."""
    made = APIGatewayRestResolver()
    observer = Observer(Logger(service="time", stream=io.StringIO()))
    build_api(made, Service(lambda: STORE, lambda: TODAY, observer, Limits(**limits), clock))
    return made


def steps(seconds: float) -> Callable[[], float]:
    """A clock by which so much time passes between two looks at it."""
    ticks = count()
    return lambda: next(ticks) * seconds


@pytest.mark.parametrize("path", ["/v1/verify", "/v1/extract"])
def test_a_text_that_takes_too_long_is_refused_with_the_limit(path: str) -> None:
    answer = call("POST", path, {"text": TEXT}, through=through(steps(10), text_seconds=18))
    assert (answer.status, answer.content["type"]) == (413, "/problems/text-takes-too-long")
    assert answer.content["limit"] == {"value": 18, "unit": "seconds"}
    assert answer.content["errors"][0]["pointer"] == "/text" and answer.headers["retry-after"] == "0"


def test_an_editor_is_refused_alike() -> None:
    answer = call("POST", "/v2/check", form={"text": TEXT, "language": "en-US"}, through=through(steps(10)))
    assert (answer.status, answer.content["limit"]["unit"]) == (413, "seconds")


def test_an_answer_is_whole_or_none_whenever_time_runs_out() -> None:
    whole = call("POST", "/v1/verify", {"text": TEXT}).body
    answers = [call("POST", "/v1/verify", {"text": TEXT}, through=through(steps(18 / n))) for n in range(1, 60)]
    assert {answer.body for answer in answers if answer.status == 200} == {whole}
    assert {answer.status for answer in answers} == {200, 413}


class Late(Exception):
    """What a check raises in these tests."""


def verified_up_to(text: str, looks: int) -> tuple[Any, int]:
    """The report, None where it was broken off at that look at the clock, and how often it was looked at."""
    looked = 0

    def check() -> None:
        nonlocal looked
        looked += 1
        if looked > looks:
            raise Late

    try:
        return verify(Document(text), STORE, TODAY, check), looked
    except Late:
        return None, looked


@given(st.lists(st.sampled_from(TEXT.split(". ")), min_size=1, max_size=8).map(". ".join), st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_whatever_a_check_raises_ends_the_run(text: str, looks: int) -> None:
    report, looked = verified_up_to(text, looks)
    if report is None:
        assert looked == looks + 1
    else:
        assert report == verify(Document(text), STORE, TODAY)


def test_the_clock_is_looked_at_for_each_sentence_and_for_each_claim() -> None:
    many = "\n\n".join([SENTENCE] * 20)
    report, looked = verified_up_to(many, 1000)
    assert len(report.claims) == 20
    assert looked >= 3 * 20


def test_what_a_batch_cuts_short_may_be_sent_again_and_harms_no_other() -> None:
    items = [{"text": SENTENCE}, {"text": "\n\n".join([SENTENCE] * 20)}, {"text": SENTENCE}]
    answer = call("POST", "/v1/verify/batch", {"items": items}, through=through(steps(1)))
    answered, cut, not_begun = answer.content["items"]
    assert answered["response"]["summary"]["claims"] == 1
    assert cut["error"]["type"] == not_begun["error"]["type"] == "/problems/out-of-time"
    assert "by itself" in cut["error"]["detail"] and "by itself" not in not_begun["error"]["detail"]


@pytest.mark.parametrize("path", ["/v1/verify", "/v1/verify/batch"])
def test_more_claims_than_any_answer_holds_are_not_written_out(path: str) -> None:
    texts = [f"{SENTENCE} New START was signed in Prague.", SENTENCE]
    body = {"text": " ".join(texts)} if path == "/v1/verify" else {"items": [{"text": text} for text in texts]}
    answer = call("POST", path, body, through=through(lambda: 0.0, claims=2))
    assert (answer.status, answer.content["limit"]) == (413, {"value": 2, "unit": "claims"})
    assert call("POST", path, body, through=through(lambda: 0.0, claims=3)).status == 200
