"""The real definition with the real code, over many objects, while everything goes wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.audits.archives import good_objects, poisoned_objects
from tests.audits.chaos import Chaos, let_killers_kill
from tests.audits.cloud import Cloud, cloud_of_audits

GOOD = 511
REQUEST = {"archive": "news", "prefix": "articles/"}

Lines = list[dict[str, Any]]


def filled(cloud: Cloud) -> None:
    cloud.put(dict(good_objects(GOOD)) | poisoned_objects())


def outcome(cloud: Cloud, name: str) -> tuple[Lines, Lines]:
    """The findings and the failures of an audit."""
    execution = cloud.audit(REQUEST, name)
    return cloud.report(execution, "finding"), cloud.report(execution, "failure")


@pytest.mark.chaos
def test_deaths_throttling_and_duplicates_leave_the_findings_of_an_undisturbed_audit() -> None:
    with cloud_of_audits() as cloud, pytest.MonkeyPatch.context() as patch:
        filled(cloud)
        let_killers_kill(patch)
        findings, failures = outcome(cloud, "undisturbed")
    assert {failure["key"] for failure in failures} == poisoned_objects().keys()
    assert len(findings) > GOOD and {finding["verdict"]["label"] for finding in findings} >= {"supported", "refuted"}
    with cloud_of_audits(duplicate_batches=True) as cloud, pytest.MonkeyPatch.context() as patch:
        filled(cloud)
        let_killers_kill(patch)
        chaos = Chaos(cloud, patch)
        chaos.break_loose()
        disturbed, disturbed_failures = outcome(cloud, "disturbed")
    assert {finding["id"]: finding for finding in disturbed} == {finding["id"]: finding for finding in findings}
    assert disturbed == findings
    assert disturbed_failures == failures
    assert min(chaos.told[kind] for kind in ("deaths", "throttled", "put off")) >= 8
