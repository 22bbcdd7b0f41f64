"""Edits of the table: each from a named version, checked, stamped, and seen whole."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from tests.aws.samples import FACTS, SOURCE, STAMP, TREATIES, many_facts, store_of
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.aws.editor import Editor
from treatycheck.aws.loader import load
from treatycheck.errors import (
    EditConflict,
    PreconditionFailed,
    PreconditionRequired,
    StoreUnavailable,
    UnknownFact,
    UnknownTreaty,
)
from treatycheck.facts.precondition import Precondition
from treatycheck.facts.store import Stamp
from treatycheck.model import Fact, Treaty
from treatycheck.reference.refused import RefusedEdit
from treatycheck.reference.submission import MOST_FACTS

ADA = Stamp("arn:aws:iam::123456789012:user/ada", "2026-02-03T04:05:06Z", "read the archive")
BOB = Stamp("arn:aws:iam::123456789012:user/bob", "2026-02-04T04:05:06Z", "read another archive")
FIRST = Precondition(frozenset({1}))
NEW = Precondition()
SIGNED = FACTS[0]._replace(values=("1972-05-27",))
IN_FORCE = Fact("abm-treaty/in-force", "abm-treaty", "entered_into_force", ("1972-10-03",), (SOURCE,))


@pytest.fixture
def editor(client: Any, table: str) -> Editor:
    """An editor of a table with the sample's content."""
    load(client, table, store_of(), STAMP)
    return Editor(client, table, frozenset({"US", "SU"}), sleep=lambda seconds: None)


def store(editor: Editor) -> DynamoFactStore:
    """What a reader sees who comes now."""
    return DynamoFactStore(editor.client, editor.table_name)


def test_a_fact_is_replaced_and_its_history_tells_by_whom_when_and_why(editor: Editor) -> None:
    assert editor.put_fact(SIGNED, FIRST, ADA).version == 2
    assert store(editor).facts(["abm-treaty"])["abm-treaty"] == (SIGNED,)
    latest, first = store(editor).history("abm-treaty/signed")
    assert (latest.version, latest.fact, latest.stamp) == (2, SIGNED, ADA)
    assert (first.version, first.fact, first.stamp) == (1, FACTS[0], STAMP)


def test_each_edit_makes_a_reference_version_of_its_own(editor: Editor) -> None:
    before = store(editor).reference()
    editor.put_fact(SIGNED, FIRST, ADA)
    second = store(editor).reference()
    editor.put_fact(FACTS[0], Precondition(frozenset({2})), ADA)
    third = store(editor).reference()
    assert len({before.version, second.version, third.version}) == 3
    assert {before.names, second.names, third.names} == {before.names}


def test_a_new_fact_is_added_and_counted(editor: Editor) -> None:
    before = store(editor).reference()
    assert editor.put_fact(IN_FORCE, NEW, ADA).version == 1
    assert IN_FORCE in store(editor).facts(["abm-treaty"])["abm-treaty"]
    assert store(editor).reference().facts == before.facts + 1


def test_what_is_there_is_changed_only_from_a_named_version(editor: Editor) -> None:
    with pytest.raises(PreconditionRequired):
        editor.put_fact(SIGNED, NEW, ADA)
    with pytest.raises(PreconditionRequired):
        editor.delete_fact("abm-treaty/signed", NEW, ADA)
    with pytest.raises(PreconditionFailed):
        editor.put_fact(SIGNED, Precondition(absent=True), ADA)
    with pytest.raises(PreconditionFailed):
        editor.put_fact(IN_FORCE, FIRST, ADA)
    assert editor.put_fact(SIGNED, Precondition(frozenset()), ADA).version == 2


def test_of_two_edits_from_one_version_the_second_is_refused(editor: Editor) -> None:
    editor.put_fact(SIGNED, FIRST, ADA)
    with pytest.raises(PreconditionFailed, match="version 2"):
        editor.put_fact(SIGNED._replace(values=("1972-05-28",)), FIRST, BOB)
    assert store(editor).facts(["abm-treaty"])["abm-treaty"] == (SIGNED,)


def test_of_two_edits_at_once_neither_is_lost(editor: Editor) -> None:
    class Raced:
        """A client in front of which Bob writes once, between what it reads and what it writes."""

        raced = False

        def transact_write_items(self, **request: Any) -> Any:
            if not self.raced:
                self.raced = True
                editor.put_fact(IN_FORCE, NEW, BOB)
            return editor.client.transact_write_items(**request)

        def __getattr__(self, name: str) -> Any:
            return getattr(editor.client, name)

    replace(editor, client=Raced()).put_fact(SIGNED, FIRST, ADA)
    assert store(editor).facts(["abm-treaty"])["abm-treaty"] == (IN_FORCE, SIGNED)
    assert store(editor).reference().facts == 5
    with pytest.raises(PreconditionFailed):
        replace(editor, client=Raced()).put_fact(FACTS[0], FIRST, ADA)


def test_a_race_for_one_fact_has_one_winner(editor: Editor) -> None:
    class Raced:
        def transact_write_items(self, **request: Any) -> Any:
            with suppress(PreconditionFailed):
                editor.put_fact(SIGNED._replace(note="by Bob"), FIRST, BOB)
            return editor.client.transact_write_items(**request)

        def __getattr__(self, name: str) -> Any:
            return getattr(editor.client, name)

    with pytest.raises(PreconditionFailed):
        replace(editor, client=Raced()).put_fact(SIGNED, FIRST, ADA)
    assert [revision.stamp for revision in store(editor).history("abm-treaty/signed")] == [BOB, STAMP]


def test_a_fact_is_removed_and_comes_back_with_its_history(editor: Editor) -> None:
    removed = editor.delete_fact("inf-treaty/signed", FIRST, ADA)
    assert (removed.version, removed.fact) == (2, None)
    assert store(editor).reference().facts == 3
    with pytest.raises(UnknownFact):
        editor.delete_fact("inf-treaty/signed", Precondition(frozenset({2})), ADA)
    assert editor.put_fact(FACTS[2], NEW, BOB).version == 3
    assert [revision.version for revision in store(editor).history("inf-treaty/signed")] == [3, 2, 1]
    assert store(editor).facts(["inf-treaty"]) == store_of().facts(["inf-treaty"])


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (SIGNED._replace(values=("8 June 1972",)), "no EDTF date"),
        (SIGNED._replace(sources=()), "no source"),
        (SIGNED._replace(fact_id="abm-treaty/signed-again"), "both"),
        (IN_FORCE._replace(values=("1971",)), "comes after"),
        (IN_FORCE._replace(party="XX"), "not in the lexicon"),
        (IN_FORCE._replace(valid_from="1990", valid_until="1980"), "before it begins"),
    ],
)
def test_what_would_make_a_problem_is_refused(editor: Editor, fact: Fact, said: str) -> None:
    with pytest.raises(RefusedEdit, match=said):
        editor.put_fact(fact, Precondition(frozenset()) if fact.fact_id == SIGNED.fact_id else NEW, ADA)
    assert store(editor).reference() == store_of().reference()


def test_a_fact_of_an_unknown_treaty_is_refused(editor: Editor) -> None:
    with pytest.raises(UnknownTreaty):
        editor.put_fact(Fact("nowhere/signed", "nowhere", "signed", ("1999",), (SOURCE,)), NEW, ADA)
    with pytest.raises(UnknownFact):
        editor.delete_fact("nowhere/signed", FIRST, ADA)


def test_a_treaty_is_added_with_its_facts_at_once(editor: Editor) -> None:
    treaty = Treaty(
        "treaty-of-example", "Treaty of Example", "Treaty of Example", "bilateral", "peace", 1901, ("Peace of Example",)
    )
    facts = (Fact("treaty-of-example/signed", "treaty-of-example", "signed", ("1901-02-03",), (SOURCE,)),)
    before = store(editor).reference()
    editor.post_treaty(treaty, facts, ADA)
    held = store(editor)
    assert (held.treaty("treaty-of-example"), held.facts(["treaty-of-example"])["treaty-of-example"]) == (treaty, facts)
    assert (held.reference().treaties, held.reference().facts) == (before.treaties + 1, before.facts + 1)
    assert held.reference().names != before.names
    with pytest.raises(EditConflict):
        editor.post_treaty(treaty, facts, ADA)


def test_a_treaty_without_a_date_or_with_another_treatys_name_is_refused(editor: Editor) -> None:
    treaty = TREATIES[0]._replace(id="abm-again")
    signed = (Fact("abm-again/signed", "abm-again", "signed", ("1972",), (SOURCE,)),)
    with pytest.raises(RefusedEdit, match="is borne by"):
        editor.post_treaty(treaty, signed, ADA)
    with pytest.raises(RefusedEdit, match="no fact with a date"):
        editor.post_treaty(treaty._replace(name="Another", official_title="Another", names=("Another",)), (), ADA)


def test_a_reader_keeps_what_it_began_with_while_edits_come(editor: Editor) -> None:
    reader = DynamoFactStore(editor.client, editor.table_name, reference_seconds=1e9)
    version = reader.reference()
    editor.put_fact(SIGNED, FIRST, ADA)
    assert (reader.reference(), reader.facts(["abm-treaty"])["abm-treaty"]) == (version, FACTS[:1])


def test_many_edits_of_a_fact_are_all_kept(editor: Editor) -> None:
    for version in range(1, 31):
        fact = SIGNED._replace(note="x" * version)
        editor.put_fact(fact, Precondition(frozenset({version})), ADA)
    history = store(editor).history("abm-treaty/signed")
    assert [revision.version for revision in history] == list(range(31, 0, -1))
    assert store(editor).facts(["abm-treaty"])["abm-treaty"][0].note == "x" * 30


def test_as_many_facts_as_a_transaction_takes_come_with_a_treaty(editor: Editor) -> None:
    treaty = TREATIES[2]._replace(id="many", name="Many", official_title="Many", names=("Many",))
    moved = [
        fact._replace(fact_id=fact.fact_id.replace("npt", "many"), treaty="many") for fact in many_facts(MOST_FACTS - 1)
    ]
    facts = [fact._replace(values=("7",), as_of=f"19{number:02}") for number, fact in enumerate(moved)]
    signed = Fact("many/signed", "many", "signed", ("1899",), (SOURCE,))
    editor.post_treaty(treaty, [*facts, signed], ADA)
    assert len(store(editor).facts(["many"])["many"]) == MOST_FACTS


def test_a_table_that_is_not_there_is_unavailable(client: Any) -> None:
    with pytest.raises(StoreUnavailable):
        Editor(client, "nowhere", frozenset()).put_fact(SIGNED, FIRST, ADA)
