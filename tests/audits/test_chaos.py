"""The real definition with the real code, over many objects, while everything goes wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.audits.archives import good_objects, poisoned_objects
from tests.audits.chaos import Chaos, let_killers_kill
from tests.audits.cloud import Cloud, cloud_of_audits

pytestmark = pytest.mark.slow

GOOD = 511
REQUEST = {"archive": "news", "prefix": "articles/"}

Lines = list[dict[str, Any]]


def filled(cloud: Cloud) -> None:
    cloud.put(dict(good_objects(GOOD)) | poisoned_objects())


def outcome(cloud: Cloud, name: str) -> tuple[Lines, Lines]:
    """The findings and the failures of an audit."""
    execution = cloud.audit(REQUEST, name)
    return cloud.report(execution, "finding"), cloud.report(execution, "failure")


@pytest.fixture(scope="module")
def undisturbed() -> tuple[Lines, Lines]:
    """The findings and the failures where nothing but the poisoned objects does harm."""
    with cloud_of_audits() as cloud, pytest.MonkeyPatch.context() as patch:
        filled(cloud)
        let_killers_kill(patch)
        return outcome(cloud, "undisturbed")


def test_poisoned_objects_fail_and_all_others_are_judged(undisturbed: tuple[Lines, Lines]) -> None:
    findings, failures = undisturbed
    assert {failure["key"] for failure in failures} == poisoned_objects().keys()
    assert len(findings) > GOOD and {finding["verdict"]["label"] for finding in findings} >= {"supported", "refuted"}


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_deaths_throttling_and_duplicates_leave_the_findings_of_an_undisturbed_audit(
    undisturbed: tuple[Lines, Lines], seed: int
) -> None:
    findings, failures = undisturbed
    with cloud_of_audits(duplicate_batches=True) as cloud, pytest.MonkeyPatch.context() as patch:
        filled(cloud)
        let_killers_kill(patch)
        chaos = Chaos(cloud, patch, seed)
        chaos.break_loose()
        disturbed, disturbed_failures = outcome(cloud, "disturbed")
    assert {finding["id"]: finding for finding in disturbed} == {finding["id"]: finding for finding in findings}
    assert disturbed == findings
    assert disturbed_failures == failures
    assert min(chaos.told[kind] for kind in ("deaths", "throttled", "put off")) >= 8
