"""A fact changes: what relied on it, and nothing else, is judged anew from what is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.audits.cloud import FACTS, Cloud
from tests.audits.test_audits import read_keys, states
from tests.aws.samples import FACTS as SAMPLES
from tests.aws.samples import SOURCE, STAMP, store_of
from treatycheck.aws.audits import documents, rejudging
from treatycheck.aws.audits.deployment import deployment
from treatycheck.aws.editor import Editor
from treatycheck.aws.loader import load
from treatycheck.aws.table import HEAD_KEY, key_to_item
from treatycheck.facts.precondition import Precondition

pytestmark = pytest.mark.slow

REQUEST = {"archive": "news", "prefix": "a/"}
SIGNED = next(fact for fact in SAMPLES if fact.fact_id == "inf-treaty/signed")
INF = {f"a/inf-{year}.txt": f"The INF Treaty was signed in {year}.".encode() for year in range(1980, 1992)}
OTHERS = {f"a/abm-{year}.txt": f"The ABM Treaty was signed in {year}.".encode() for year in range(1970, 1976)}
NOTHING = {"a/weather.txt": b"It rained in Geneva."}


def edit(cloud: Cloud, value: str) -> None:
    """Gives the signature of the INF Treaty another date."""
    editor = Editor(cloud.dynamodb, FACTS, {"US", "SU"})
    editor.put_fact(SIGNED._replace(values=(value,), sources=(SOURCE,)), Precondition(frozenset()), STAMP)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """A list that gets the claims of each document that an audit judges again from now on."""
    judged: list[bytes] = []
    judge = vars(documents)["judge_again"]

    def judging(claims: bytes, *rest: Any) -> Any:
        judged.append(claims)
        return judge(claims, *rest)

    monkeypatch.setattr(documents, "judge_again", judging)
    return judged


@pytest.fixture
def audited(cloud: Cloud) -> Cloud:
    """The cloud after an audit, and the stream read to its end."""
    cloud.put(INF | OTHERS | NOTHING)
    cloud.audit(REQUEST, "one")
    cloud.follow_facts()
    return cloud


def test_exactly_the_documents_that_rely_on_a_fact_are_judged_again_without_the_archive(
    audited: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, queue = read_keys(audited, monkeypatch), audited.listen()
    edit(audited, "1988-12-08")
    assert audited.follow_facts() == {"facts": 1, "documents": len(INF), "verdicts": len(INF)}
    told = {event["detail"]["key"]: event["detail"] for event in audited.heard(queue)}
    labels = {key: (detail["was"]["label"], detail["now"]["label"]) for key, detail in told.items()}
    assert labels.pop("a/inf-1987.txt") == ("supported", "refuted")
    assert labels.pop("a/inf-1988.txt") == ("refuted", "supported")
    # the others are refuted as before; what to write instead is another date now
    assert set(labels.values()) == {("refuted", "refuted")}
    assert {told[key]["now"]["correction"] for key in labels} == {"1988"}
    second = audited.audit(REQUEST, "two")
    assert keys == []
    found = states(audited, second)
    assert {key for key, state in found.items() if state == "changed"} == INF.keys()
    assert set(found.values()) == {"changed", "unchanged"}
    assert set(states(audited, audited.audit(REQUEST, "three")).values()) == {"unchanged"}


def test_the_same_records_again_change_nothing(audited: Cloud) -> None:
    edit(audited, "1988-12-08")
    before = audited.followed
    assert audited.follow_facts()["documents"] == len(INF)
    audited.followed = before
    assert audited.follow_facts() == {"facts": 1, "documents": 0, "verdicts": 0}


def test_a_fact_that_a_load_has_not_shown_yet_waits_until_it_does(audited: Cloud) -> None:
    head = audited.dynamodb.get_item(TableName=FACTS, Key=key_to_item(HEAD_KEY))["Item"]
    changed = tuple(fact._replace(values=("1988-12-08",)) if fact is SIGNED else fact for fact in SAMPLES)
    load(audited.dynamodb, FACTS, store_of(changed), STAMP)
    shown = audited.dynamodb.get_item(TableName=FACTS, Key=key_to_item(HEAD_KEY))["Item"]
    audited.dynamodb.put_item(TableName=FACTS, Item=head)
    assert audited.follow_facts() == {"facts": 0, "documents": 0, "verdicts": 0}
    audited.dynamodb.put_item(TableName=FACTS, Item=shown)
    assert audited.follow_facts() == {"facts": 1, "documents": len(INF), "verdicts": len(INF)}


def test_a_load_of_many_facts_is_left_to_the_next_audit(audited: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rejudging, "MOST_FACTS", 0)
    edit(audited, "1988-12-08")
    assert audited.follow_facts() == {"facts": 1, "documents": 0, "verdicts": 0}
    keys = read_keys(audited, monkeypatch)
    deployment.cache_clear()  # a function trusts the version that it read for a minute
    found = states(audited, audited.audit(REQUEST, "two"))
    assert {key for key, state in found.items() if state == "changed"} == INF.keys() and keys == []


def test_an_audit_judges_again_what_relied_on_facts_that_changed_since_and_nothing_else(
    audited: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = counted(monkeypatch)
    edit(audited, "1988-12-08")
    deployment.cache_clear()
    execution = audited.audit(REQUEST, "two")
    assert len(judged) == len(INF) == json.loads(execution["output"])["counts"]["rejudged"]
    assert {key for key, state in states(audited, execution).items() if state == "changed"} == INF.keys()
    deployment.cache_clear()
    edit(audited, "1987-12-08")
    audited.put({"a/abm-1970.txt": OTHERS["a/abm-1970.txt"] + b" It rained."})
    deployment.cache_clear()
    audited.audit(REQUEST, "three")
    assert len(judged) == 2 * len(INF)


def test_a_verdict_that_changed_is_told_in_the_report_by_what_it_was(audited: Cloud) -> None:
    edit(audited, "1988-12-08")
    audited.follow_facts()
    lines = audited.report(audited.audit(REQUEST, "two"), "finding")
    (finding,) = (line for line in lines if line["document"]["key"] == "a/inf-1987.txt")
    assert (finding["was"]["label"], finding["verdict"]["label"]) == ("supported", "refuted")
    assert json.loads(json.dumps(finding))["evidence"][0]["fact_id"] == "inf-treaty/signed"
