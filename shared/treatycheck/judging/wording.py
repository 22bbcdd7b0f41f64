"""Statements of facts, explanations of verdicts, and corrections in the style of the text."""

from __future__ import annotations

from functools import lru_cache

from treatycheck.judging.case import Finding
from treatycheck.judging.parties import party_name
from treatycheck.linking.treaty_names import treaty_names
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Claim, Correction, Evidence, Fact, Reason, Treaty, ValueType
from treatycheck.relations import relation_by_id
from treatycheck.values.date_text import write_date
from treatycheck.values.durations import write_duration
from treatycheck.values.edtf import bounds
from treatycheck.values.numbers import SCALES, number_at, write_number
from treatycheck.values.quantities import Quantity, parse_quantity

# what holds on the day that it was counted; a list's own date says nothing of a dated act
_COUNTED = frozenset({"party_count", "signatory_count", "party", "signatory", "limit", "in_force", "eliminated"})
# "two years after", "for 22 years": what is right instead would have to be counted from another date of the text
_COUNTED_FROM = (" after", " before", " since", " years", " decades")
_CURRENCIES = frozenset("$€£¥")
_LONG_DATE = "1 January 2000"
_STATE_RELATIONS = frozenset({"party", "signatory", "in_force"})


def written(fact: Fact) -> str:
    """A fact's value as people write it."""
    if fact.values and all(bounds(value) for value in fact.values):
        return " and ".join(write_date(value, _LONG_DATE) for value in fact.values)
    if fact.value == "indefinite":
        return "an unlimited time"
    if fact.value.startswith("P") and any(letter.isdigit() for letter in fact.value):
        return write_duration(fact.value, "5 years")
    names = [_written_name(value) for value in fact.values]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""


def _written_name(value: str) -> str:
    return lexicon().party_names.get(value) or treaty_name(value).replace("/", " to ")


def treaty_name(treaty_id: str) -> str:
    """The name of a treaty, or the words themselves where they are no id."""
    treaty = treaty_names().treaties.get(treaty_id)
    return treaty.name if treaty else treaty_id


def with_article(name: str) -> str:
    return f"the {name}" if _takes_article(name) else name


@lru_cache(maxsize=4096)
def statement_of(fact: Fact, name: str) -> str:
    """A sentence that states a fact."""
    relation = relation_by_id()[fact.relation]
    template = relation.statement_party if fact.party and relation.statement_party else relation.statement
    if fact.negated or (fact.relation in _STATE_RELATIONS and fact.value == "no"):
        template = relation.statement_negated or template
    party = party_name(fact.party) if fact.party else ""
    sentence = template.format(
        treaty=with_article(name),
        value=written(fact),
        party=party,
        item=fact.item or "its subject",
    )
    return _with_date(_agreeing(sentence[0].upper() + sentence[1:], name), fact)


def _agreeing(sentence: str, name: str) -> str:
    """The verb in the plural behind a plural name: "the Abraham Accords were signed"."""
    if not name.endswith(("Accords", "Conventions", "Treaties", "Protocols", "Agreements")):
        return sentence
    for singular, plural in (("was", "were"), ("is", "are"), ("has", "have"), ("sets", "set"), ("covers", "cover")):
        sentence = sentence.replace(f"{name} {singular} ", f"{name} {plural} ", 1)
    return sentence


def _takes_article(name: str) -> bool:
    return (
        not name.startswith(("New START", "START", "SALT", "ANZUS", "AUKUS", "CITES", "The ", "Minsk", "GATT"))
        and name[-2:] != " I"
    )


def _with_date(sentence: str, fact: Fact) -> str:
    sentence = sentence.replace(" on " + written(fact), _preposition(fact) + written(fact)) if fact.values else sentence
    if fact.as_of and fact.relation in _COUNTED:
        return sentence[:-1] + f" (as of {write_date(fact.as_of, _LONG_DATE)})."
    if fact.stage:
        return sentence[:-1] + f" ({fact.stage})."
    return sentence


def _preposition(fact: Fact) -> str:
    return " on " if len(fact.value) == 10 else " in "


def correction_of(claim: Claim, finding: Finding) -> Correction | None:
    """What to write instead of the claim's value, or None where no other value would be right."""
    right = finding.correction
    if right is None or claim.negated:
        return None
    like = claim.value.text
    if claim.value.type is ValueType.DATE:
        if like.endswith(_COUNTED_FROM):
            return None
        return Correction(write_date(right, like), right)
    if claim.value.type is ValueType.DURATION:
        return Correction(write_duration(right, like), right)
    if claim.value.type in {ValueType.NUMBER, ValueType.QUANTITY}:
        quantity = parse_quantity(right)
        if quantity is None:
            return Correction(right, right)
        return Correction(_corrected_amount(quantity, claim, like), right)
    return Correction(right, right)


def _corrected_amount(quantity: Quantity, claim: Claim, like: str) -> str:
    """A quantity as the text would write it: "$7.2 million", "1,550 warheads"."""
    if like[:1] in _CURRENCIES and quantity.high is None:
        return like[0] + write_number(quantity.low, like[1:])
    written = like.split(" ")
    end = max(1, (number_at([word.lower() for word in written], 0) or (0.0, 1))[1])
    end += end < len(written) and written[end] in SCALES
    number, rest = " ".join(written[:end]), written[end:]
    stated = parse_quantity(claim.value.normalized)
    unit = " ".join(rest) if rest and quantity.high is None and stated and stated.high is None else quantity.unit
    if quantity.high is None:
        return f"{write_number(quantity.low, number)} {unit}".strip()
    return f"{str(quantity).split(' ')[0].replace('/', '-')} {unit}".strip()


def explain(claim: Claim, treaty: Treaty, finding: Finding, evidence: tuple[Evidence, ...]) -> str:
    """The verdict in a sentence or two."""
    statements = " ".join(dict.fromkeys(item.statement for item in evidence[:2]))
    if finding.reason is Reason.OTHER_EVENT and finding.other:
        return f"{statements} The value given belongs to another event: {finding.other.replace('_', ' ')}."
    if finding.reason is Reason.OTHER_TREATY and finding.other:
        return f"{statements} The value given belongs to another treaty, {with_article(treaty_name(finding.other))}."
    if finding.reason is Reason.OTHER_PARTY and finding.other:
        return f"{statements} The value given belongs to {party_name(finding.other)}."
    if finding.reason is Reason.NO_FACT:
        about = claim.relation.replace("_", " ")
        return f"The reference data has no fact that settles this ({about}) for {treaty.name}."
    if finding.reason is Reason.TOO_VAGUE:
        return (
            f"The facts known are less exact than the claim, or the claim is too vague to judge. {statements}".strip()
        )
    return statements or "The reference data agrees."
