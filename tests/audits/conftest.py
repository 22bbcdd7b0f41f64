from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.audits.cloud import Cloud, cloud_of_audits


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    """moto's cloud with everything of the template that audits need."""
    with cloud_of_audits() as made:
        yield made
