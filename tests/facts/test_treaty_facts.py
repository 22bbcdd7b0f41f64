from collections.abc import Iterator

from treatycheck.audit.reliance import NotingStore
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.model import Citation, Fact, FactStatus

SOURCES = (Citation("Desk", "Note", "https://example.org/"),)


def fact(name: str, relation: str, value: str, party: str | None = None, *, disputed: bool = False) -> Fact:
    status = FactStatus.DISPUTED if disputed else FactStatus.CURRENT
    return Fact(f"pact/{name}", "pact", relation, (value,), SOURCES, party, status=status)


DISPUTED = fact("a", "signed", "1901-05-01", disputed=True)
ADOPTED = fact("b", "adopted", "1901-04-30")
SIGNED = fact("c", "signed", "1901-05-02", "PE")
LATER = fact("d", "signed", "1902-01-01", "CL")
FACTS = TreatyFacts((DISPUTED, ADOPTED, SIGNED, LATER))


def test_facts_of_relations_come_in_their_order_undisputed_ones_first() -> None:
    assert FACTS.of("signed", "adopted") == (SIGNED, LATER, ADOPTED, DISPUTED)
    assert FACTS.of("expires") == ()


def test_facts_of_parties_are_those_of_the_relations_that_tell_of_them() -> None:
    assert FACTS.of_parties(("PE",), "signed") == (SIGNED,)
    assert FACTS.of_parties(("CL", "PE"), "signed", "adopted") == (SIGNED, LATER)
    assert FACTS.of_parties(("PE",), "adopted") == ()


def test_facts_of_a_store_are_taken_as_they_are() -> None:
    assert TreatyFacts.over(FACTS) is FACTS
    assert TreatyFacts.over((SIGNED,)) == (SIGNED,)


def test_what_is_told_of_facts_is_worked_out_once_for_each_thing_it_is_asked_about() -> None:
    facts, asked = TreatyFacts(FACTS), []

    def days(told: TreatyFacts, relation: str) -> int:
        asked.append(relation)
        return len(told.of(relation))

    assert [facts.once(days, relation) for relation in ("signed", "adopted", "signed")] == [3, 1, 3]
    assert asked == ["signed", "adopted"]


def _parties(facts: TreatyFacts) -> frozenset[str | None]:
    return frozenset(fact.party for fact in facts)


def _signatures(facts: TreatyFacts) -> int:
    return len(facts.of("signed"))


def test_each_document_relies_on_what_was_worked_out_for_an_earlier_one() -> None:
    store = BundledFactStore.load()

    def reliances() -> Iterator[object]:
        for tell in (_signatures, _signatures, _parties, _parties):
            noting = NotingStore(store)
            TreatyFacts.over(noting.facts(["inf-treaty"])["inf-treaty"]).once(tell)
            yield noting.reliance()["inf-treaty"]

    assert list(reliances()) == [{"signed"}, {"signed"}, {"*"}, {"*"}]
