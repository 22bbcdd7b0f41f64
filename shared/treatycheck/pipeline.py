"""The stages in order: document, sentences, mentions, claims, verdicts, report. The first file to read."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from treatycheck.claims.find import find_claims
from treatycheck.claims.reading import read_views
from treatycheck.claims.tentative import tentative_claims
from treatycheck.claims.view import View
from treatycheck.errors import TextTooLarge
from treatycheck.facts.at_hand import FactsAtHand
from treatycheck.facts.store import FactStore
from treatycheck.interruption import Check, Checked, never
from treatycheck.judging.readings import read_claims
from treatycheck.judging.verdicts import Bench
from treatycheck.linking.descriptions import DESCRIPTION
from treatycheck.linking.treaty_names import TreatyNames, names_of, treaty_names
from treatycheck.model import (
    MAX_CHARACTERS,
    Claim,
    Document,
    DroppedClaim,
    Evidence,
    Judged,
    Report,
    Verdict,
)
from treatycheck.text.source import Source, read_source


class Extraction(NamedTuple):
    """What a document says before it is judged; all spans count in the plain text."""

    source: Source
    names: TreatyNames
    views: tuple[View, ...]
    claims: tuple[Claim, ...]
    tentative: tuple[Claim, ...]
    dropped: tuple[DroppedClaim, ...]


def verify(document: Document, store: FactStore, today: date, check: Check = never) -> Report:
    """A document to its report, judged as of `as_of`, else `published`, else `today`.

    Raises TextTooLarge, UnknownFormat, StoreUnavailable, and what `check` does, which is called again and again.
    """
    return report_on(extract(document, names_of(store), check), document, store, today, check)


def report_on(
    extraction: Extraction, document: Document, store: FactStore, today: date, check: Check = never
) -> Report:
    """The verdicts on a document's claims. Raises StoreUnavailable, and what `check` does."""
    as_of = document.as_of or document.published or today
    reference = store.reference()
    return Report(
        document=document,
        as_of=as_of,
        reference_version=reference.version,
        treaties=reference.treaties,
        facts=reference.facts,
        claims=tuple(_judged(extraction, document, store, as_of, check)),
    )


def extract(document: Document, names: TreatyNames | None = None, check: Check = never) -> Extraction:
    """A document to its claims, without verdicts, by these names or the packaged ones.

    Raises TextTooLarge, UnknownFormat, and what `check` does.
    """
    if len(document.text) > MAX_CHARACTERS:
        raise TextTooLarge(
            f"the text has {len(document.text)} characters, at most {MAX_CHARACTERS} are taken", pointer="/text"
        )
    source = read_source(document.text, document.format)
    names = names or treaty_names()
    views = tuple(read_views(source, document.published, names, document.published_from, check))
    claims: list[Claim] = []
    tentative: list[Claim] = []
    dropped: list[DroppedClaim] = []
    for view, previous in zip(Checked(views, check), (None, *views), strict=False):
        follows = previous is not None and view.sentence.index == previous.sentence.index + 1
        found, kept_out = find_claims(view, source.plain, previous if follows else None)
        claims.extend(claim for claim in found if claim.treaty.detail != DESCRIPTION)
        described = (claim for claim in found if claim.treaty.detail == DESCRIPTION)
        tentative.extend(claim._replace(tentative=True, attached=claim.predicate is not None) for claim in described)
        tentative.extend(tentative_claims(view, found, source.plain))
        dropped.extend(kept_out)
        if previous is not None:
            # no later sentence looks so far back
            previous.workings.clear()
    return Extraction(source, names, views, tuple(claims), tuple(tentative), tuple(dropped))


def _judged(extraction: Extraction, document: Document, store: FactStore, as_of: date, check: Check) -> list[Judged]:
    treaties = extraction.names.treaties
    found = (*extraction.claims, *extraction.tentative)
    wanted = {item for claim in found for item in (claim.treaty.value, *claim.treaty.candidates) if item}
    siblings = {sibling for item in wanted if item in treaties for sibling in treaties[item].siblings}
    facts = FactsAtHand(store, wanted, siblings)
    claims, tentative = Checked(extraction.claims, check), Checked(extraction.tentative, check)
    readings = read_claims(claims, tentative, Bench(treaties, facts, as_of), document.published)
    seen: dict[str, int] = {}
    return [_placed(extraction, *reading, seen) for reading in readings]


def _placed(
    extraction: Extraction, claim: Claim, verdict: Verdict, evidence: tuple[Evidence, ...], seen: dict[str, int]
) -> Judged:
    """The claim with its spans in the text as it was sent, and a stable id."""
    # a text without claims needs no OpenSSL
    from hashlib import sha256

    source = extraction.source
    treaty_id = claim.treaty.value or claim.treaty.candidates[0]
    words = " ".join(source.plain[claim.span.start : claim.span.end].split())
    key = "|".join((treaty_id, claim.relation, claim.value.normalized, claim.party.id if claim.party else "", words))
    seen[key] = seen.get(key, 0) + 1
    identity = sha256(f"{key}|{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    as_sent = source.is_as_sent and claim.treaty.value == treaty_id
    placed = claim if as_sent else _moved(claim, treaty_id, source)
    sentence = source.plain[claim.sentence.start : claim.sentence.end]
    return Judged(identity, placed, sentence, extraction.names.treaties[treaty_id].name, verdict, evidence)


def _moved(claim: Claim, treaty_id: str, source: Source) -> Claim:
    treaty, value, original = claim.treaty, claim.value, source.to_original
    return claim._replace(
        treaty=treaty._replace(span=original(treaty.span), value=treaty_id),
        span=original(claim.span),
        value=value._replace(span=original(value.span)) if value.span is not None else value,
    )
