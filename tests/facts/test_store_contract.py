"""What every FactStore does, run against each: the packaged one, DynamoDB on moto, the real DynamoDB Local."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator

import pytest
from moto import mock_aws

from tests.aws.samples import FACTS, STAMP, TREATIES, many_facts, store_of
from tests.aws.tables import create_table
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.loader import load
from treatycheck.errors import UnknownFact, UnknownTreaty
from treatycheck.facts.store import FactStore

SOURCE = store_of(FACTS + many_facts(400))


def loaded(endpoint: str | None) -> FactStore:
    """A store over a new table with the sample's content."""
    client = dynamodb_client(endpoint)
    table = create_table(client, f"facts-{uuid.uuid4()}")
    load(client, table, SOURCE, STAMP)
    return DynamoFactStore(client, table)


def dynamodb_local() -> FactStore:
    endpoint = os.environ.get("TREATYCHECK_DYNAMODB_ENDPOINT")
    if not endpoint:
        pytest.skip("TREATYCHECK_DYNAMODB_ENDPOINT is not set: run tests/dynamodb_local.sh")
    return loaded(endpoint)


@pytest.fixture(
    params=["bundled", "moto", pytest.param("dynamodb_local", marks=pytest.mark.dynamodb_local)], scope="module"
)
def store(request: pytest.FixtureRequest) -> Iterator[FactStore]:
    if request.param == "dynamodb_local":
        yield dynamodb_local()
    elif request.param == "moto":
        with mock_aws(), pytest.MonkeyPatch.context() as patch:
            patch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
            yield loaded(None)
    else:
        yield SOURCE


class TestFactStore:
    def test_the_reference_tells_version_and_size(self, store: FactStore) -> None:
        reference = store.reference()
        assert reference == SOURCE.reference()
        assert (reference.treaties, reference.facts) == (3, 404)

    def test_treaties_come_whole_and_by_id(self, store: FactStore) -> None:
        assert tuple(store.treaties()) == TREATIES

    def test_a_treaty_by_id(self, store: FactStore) -> None:
        assert store.treaty("inf-treaty") == TREATIES[1]

    def test_an_unknown_treaty_is_an_error(self, store: FactStore) -> None:
        with pytest.raises(UnknownTreaty):
            store.treaty("treaty-of-nowhere")

    def test_facts_come_whole_and_sorted(self, store: FactStore) -> None:
        assert store.facts(["inf-treaty", "abm-treaty"]) == {"abm-treaty": FACTS[:1], "inf-treaty": FACTS[1:]}

    def test_more_facts_than_one_page_holds(self, store: FactStore) -> None:
        assert store.facts(["npt"])["npt"] == many_facts(400)

    def test_an_unknown_id_has_no_facts(self, store: FactStore) -> None:
        assert store.facts({"treaty-of-nowhere"}) == {"treaty-of-nowhere": ()}

    def test_no_id_gives_nothing(self, store: FactStore) -> None:
        assert store.facts([]) == {}

    def test_an_id_given_twice_is_read_once(self, store: FactStore) -> None:
        assert list(store.facts(["npt", "abm-treaty", "npt"])) == ["abm-treaty", "npt"]

    @pytest.mark.parametrize("strange", ["", "fact#signed", "inf-treaty#", "İstanbul", "x" * 500])
    def test_strange_ids_are_unknown(self, store: FactStore, strange: str) -> None:
        assert store.facts([strange]) == {strange: ()}
        with pytest.raises(UnknownTreaty):
            store.treaty(strange)

    def test_a_fact_that_nobody_changed_has_one_state(self, store: FactStore) -> None:
        (only,) = store.history("inf-treaty/signed")
        assert (only.version, only.fact) == (1, FACTS[2])
        assert only.stamp.by and only.stamp.reason

    @pytest.mark.parametrize("strange", ["", "/", "inf-treaty", "inf-treaty/", "inf-treaty/sig", "x/" + "y" * 500])
    def test_an_unknown_fact_has_no_history(self, store: FactStore, strange: str) -> None:
        with pytest.raises(UnknownFact):
            store.history(strange)
