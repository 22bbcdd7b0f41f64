"""Reports built by hand, for tests of what comes after the engine."""

from __future__ import annotations

from datetime import date

from treatycheck.model import (
    Citation,
    Claim,
    Correction,
    Document,
    Evidence,
    Fact,
    Format,
    Judged,
    Label,
    Mention,
    MentionKind,
    Reason,
    Report,
    Span,
    Value,
    ValueType,
    Verdict,
)

TEXT = "The INF Treaty was signed on 8 December 1986 in Washington."
SOURCE = Citation("Arms Control Association", "INF Treaty", "https://www.armscontrol.org/inf")
FACT = Fact("inf-treaty/signed", "inf-treaty", "signed", ("1987-12-08",), (SOURCE,))
BETWEEN = Fact("inf-treaty/between", "inf-treaty", "between", ("US", "SU"), (SOURCE,), complete=True)
WITHDREW = Fact(
    "inf-treaty/us-left", "inf-treaty", "withdrew", ("2019-08-02",), (SOURCE,), party="US", stage="effective"
)
REFUTED = Verdict(
    Label.REFUTED,
    0.97,
    Reason.VALUE_DIFFERS,
    "The INF Treaty was signed on 8 December 1987.",
    Correction("8 December 1987", "1987-12-08"),
)
SUPPORTED = Verdict(Label.SUPPORTED, 0.97, Reason.VALUE_MATCHES, "The INF Treaty was signed on 8 December 1987.")


def found(text: str, words: str) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def judged(
    text: str = TEXT,
    *,
    marked: str = "signed on 8 December 1986",
    mention: str = "INF Treaty",
    value: str = "8 December 1986",
    verdict: Verdict = REFUTED,
    identifier: str = "c1",
) -> Judged:
    """One claim about the text, its sentence the whole of it."""
    treaty = Mention(MentionKind.TREATY, found(text, mention), 1, 2, "inf-treaty", mention)
    claim = Claim(
        rule="signed/verb",
        relation="signed",
        treaty=treaty,
        value=Value(ValueType.DATE, value, "1986-12-08", found(text, value)),
        span=found(text, marked),
        sentence=Span(0, len(text)),
    )
    evidence = (Evidence(FACT, "The INF Treaty was signed on 8 December 1987."),)
    return Judged(identifier, claim, text, "INF Treaty", verdict, evidence)


def report(text: str = TEXT, *claims: Judged, format: Format = Format.TEXT, title: str | None = None) -> Report:
    """A report on the text, with these claims."""
    return Report(
        document=Document(text, format, published=date(2019, 3, 4), title=title),
        as_of=date(2019, 3, 4),
        reference_version="0123456789abcdef",
        treaties=1,
        facts=1,
        claims=claims,
    )


def refuted_report(prefix: str = "") -> Report:
    """A report with one refuted claim, behind a prefix."""
    text = prefix + TEXT
    claim = judged(text)
    sentence = Span(len(prefix), len(text))
    return report(text, claim._replace(text=TEXT, claim=claim.claim._replace(sentence=sentence)))
