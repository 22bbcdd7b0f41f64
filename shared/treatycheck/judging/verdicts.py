"""What is thought of claims, and how it is put in words: only what is reported is worded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.judging.case import Case, Finding
from treatycheck.judging.judge import find
from treatycheck.judging.wording import correction_of, explain, statement_of, treaty_name
from treatycheck.model import Claim, Evidence, Label, Reason, Treaty, Verdict

Reading = tuple[Claim, Verdict, tuple[Evidence, ...]]
# how much less sure a claim is whose roles only the facts confirm
_TENTATIVE = 0.85
_LABELS = {True: Label.SUPPORTED, False: Label.REFUTED, None: Label.NOT_ENOUGH_INFO}
_AMBIGUOUS = Finding(None, Reason.AMBIGUOUS_TREATY, confidence=0.5)
_NO_FACTS = TreatyFacts()


class Opinion(NamedTuple):
    """A claim with its treaty, None where the text does not tell which is meant, and what the facts tell of it."""

    claim: Claim
    treaty: Treaty | None
    finding: Finding

    @property
    def supported(self) -> bool:
        return self.finding.holds is True

    @property
    def refuted(self) -> bool:
        return self.finding.holds is False


class Bench(NamedTuple):
    """All that claims are judged by: the treaties, their facts, and the day."""

    treaties: Mapping[str, Treaty]
    facts: Mapping[str, TreatyFacts]
    as_of: date

    def facts_of(self, claim: Claim) -> TreatyFacts:
        """The facts of a claim's treaty."""
        return self.facts.get(claim.treaty.value, _NO_FACTS)

    def judge(self, claim: Claim, brief: bool = False) -> Opinion:
        """What the facts tell of a claim; `brief` where it only matters that they support it."""
        if not claim.treaty.value:
            return Opinion(claim, None, _AMBIGUOUS)
        treaty = self.treaties[claim.treaty.value]
        # that a date is wrong supports its denial
        brief = brief and not claim.negated
        return Opinion(claim, treaty, find(Case(claim, treaty, self.facts_of(claim), self.facts, self.as_of, brief)))


def worded(opinion: Opinion, tentative: bool = False) -> Reading:
    """An opinion as a verdict with the evidence that decided."""
    claim, treaty, finding = opinion.claim, opinion.treaty, opinion.finding
    evidence = tuple(Evidence(fact, statement_of(fact, treaty_name(fact.treaty))) for fact in finding.facts)
    explanation = explain(claim, treaty, finding, evidence) if treaty else _candidates(claim)
    confidence = round(finding.confidence, 2)
    verdict = Verdict(
        _LABELS[finding.holds],
        round(confidence * _TENTATIVE, 2) if tentative else confidence,
        finding.reason,
        explanation,
        correction_of(claim, finding) if opinion.refuted else None,
    )
    return claim, verdict, evidence


def _candidates(claim: Claim) -> str:
    names = ", ".join(treaty_name(candidate) for candidate in claim.treaty.candidates)
    return f"The name may mean any of: {names}."
