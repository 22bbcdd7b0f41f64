"""What a verdict is called where tools name rules: one rule for each relation and reason."""

from __future__ import annotations

from treatycheck.model import Judged, Label, Reason, Span
from treatycheck.relations import relation_by_id

TITLES = {
    Reason.VALUE_MATCHES: "Agrees with the facts",
    Reason.VALUE_DIFFERS: "Another value is known",
    Reason.OTHER_EVENT: "Value of another event of the treaty",
    Reason.OTHER_TREATY: "Value of another treaty",
    Reason.OTHER_PARTY: "Value of another party",
    Reason.NO_FACT: "No fact settles this",
    Reason.AMBIGUOUS_TREATY: "Unclear which treaty is meant",
    Reason.SOURCES_DISAGREE: "Sources disagree",
    Reason.TOO_VAGUE: "Too vague to be checked",
}
LABEL_WORDS = {
    Label.SUPPORTED: "Supported",
    Label.REFUTED: "Refuted",
    Label.NOT_ENOUGH_INFO: "Not enough info",
}


def rule_id(judged: Judged) -> str:
    """`signed/value_differs`: permanent, as relations and reasons are."""
    return f"{judged.claim.relation}/{judged.verdict.reason}"


def rule_description(judged: Judged) -> str:
    """The rule in words."""
    return described_rule(judged.claim.relation, judged.verdict.reason)


def described_rule(relation: str, reason: Reason) -> str:
    """What a relation and a reason mean together."""
    description = relation_by_id()[relation].description.rstrip(".")
    return f"{TITLES[reason]}: {description[:1].lower()}{description[1:]}"


def message_of(judged: Judged) -> str:
    """The explanation, and what to write instead."""
    correction = judged.verdict.correction
    return judged.verdict.explanation + (f" Write instead: {correction.text}." if correction else "")


def place_of(judged: Judged) -> Span:
    """What a correction replaces; without one, the claim."""
    value = judged.claim.value.span
    return value if judged.verdict.correction and value else judged.claim.span


def source_urls(judged: Judged) -> list[str]:
    """The pages that the verdict rests on, each once, in the order of the evidence."""
    sources = (source for evidence in judged.evidence for source in evidence.fact.sources)
    return list(dict.fromkeys(source.url for source in sources))
