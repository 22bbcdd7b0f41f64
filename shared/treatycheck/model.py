"""The values that the stages hand on to each other: frozen, typed, knowing nothing of AWS.

All offsets are code points into the text they belong to, half-open. `Sentence` and everything behind it
count in the plain text of the `Source`; the `Report` counts in the text as it was sent.
"""

# annotations are evaluated here: NamedTuple compiles each one that is put off, which doubles the time of the import
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import NamedTuple

MAX_CHARACTERS = 1_000_000
# the stage of a claim whose verb says that a treaty allows something
PERMISSION = "permission"
# the stage of a claim that tells between whom a treaty divided something
DIVISION = "division"
# the stage of a claim on what was agreed or adopted before it was signed
DRAFT = "draft"
# the stage of an undated claim in the present tense: what happens as the text is written
NEWS = "news"
# a year that a chronology gives, of whatever event
CHRONOLOGY = "chronology"


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def join(self, other: "Span") -> "Span":
        return Span(min(self.start, other.start), max(self.end, other.end))


class Format(StrEnum):
    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


class Document(NamedTuple):
    """A text to verify. `published` dates the text; `as_of` overrides the date that verdicts hold for.

    `published_from` is the first day that a text may be of whose month or year alone is known, `published` the last.
    """

    text: str
    format: Format = Format.TEXT
    published: date | None = None
    as_of: date | None = None
    url: str | None = None
    title: str | None = None
    published_from: date | None = None


class Token(NamedTuple):
    """A word, number or mark. `lower` is the text in lower case with typographic apostrophes made plain."""

    text: str
    lower: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence of the plain text; `paragraph` counts blocks of text from 0, `words` are its folded tokens."""

    index: int  # type: ignore[assignment]  # in place of the method of tuples
    paragraph: int
    span: Span
    tokens: tuple[Token, ...]
    words: tuple[str, ...]


class MentionKind(StrEnum):
    TREATY = "treaty"
    DATE = "date"
    DURATION = "duration"
    NUMBER = "number"
    QUANTITY = "quantity"
    PARTY = "party"
    PERSON = "person"
    PLACE = "place"


class MatchMethod(StrEnum):
    NAME = "name"
    FUZZY = "fuzzy"
    COREFERENCE = "coreference"
    CONTEXT = "context"


class Mention(NamedTuple):
    """Words that stand for something. `value` is an EDTF date, an ISO 8601 duration, a number,
    a quantity ("1550 warheads"), or the id of a treaty, party or place.

    `first` and `last` are the indexes of its tokens in its sentence, `last` included. A treaty that the
    reference data does not know has the value ""; `candidates` are all treaties that a shared name may mean.
    `detail` tells how a party or person is named (name, demonym, government, legislature, surname) and what a
    reference is (pronoun, noun).
    """

    kind: MentionKind
    span: Span
    first: int
    last: int
    value: str
    text: str
    method: MatchMethod = MatchMethod.NAME
    score: float = 1.0
    candidates: tuple[str, ...] = ()
    detail: str = ""


class ValueType(StrEnum):
    DATE = "date"
    DURATION = "duration"
    NUMBER = "number"
    QUANTITY = "quantity"
    PLACE = "place"
    PEOPLE = "people"
    PARTIES = "parties"
    TREATY = "treaty"
    TEXT = "text"
    NONE = "none"


class Value(NamedTuple):
    """What a claim says: `normalized` is EDTF, ISO 8601, digits, "1550 warheads" or ids joined by "; "."""

    type: ValueType
    text: str
    normalized: str
    span: Span | None = None
    modifier: str | None = None


class PartyReference(NamedTuple):
    """A state or organisation as a claim names it."""

    id: str
    name: str
    mention: str


class Claim(NamedTuple):
    """One checkable assertion, by the rule `rule`. Spans are offsets into the plain text.

    `predicate` is where the words of the event stand; `when` holds the dates, EDTF, for which a count is told,
    `context` the words around a number, which tell what it is of. A `tentative` claim joins what the grammar does
    not: it is reported only where the facts support it, or where it is `attached` (its value stands where the
    event's would, only the treaty is open) and they support another claim of the same event and treaty, or where it
    is `governed` (the grammar joins all of it, only the verb is loose) and no event of the treaty can be meant; or
    where its day is right and its year is not, unless its sentence tells of another day `apart`, as of an anniversary.
    """

    rule: str
    relation: str
    treaty: Mention
    value: Value
    span: Span
    sentence: Span
    party: PartyReference | None = None
    stage: str | None = None
    negated: bool = False
    implicit: bool = False
    attributed_to: str | None = None
    tentative: bool = False
    attached: bool = False
    governed: bool = False
    apart: bool = False
    predicate: Span | None = None
    when: tuple[str, ...] = ()
    context: str = ""


class DroppedClaim(NamedTuple):
    """A claim that a guard kept out, for `explain`."""

    claim: Claim
    guard: str


class FactStatus(StrEnum):
    CURRENT = "current"
    SUPERSEDED = "superseded"
    DISPUTED = "disputed"


class Citation(NamedTuple):
    """A public page that states a fact."""

    publisher: str
    title: str
    url: str


class Fact(NamedTuple):
    """One sourced fact of a treaty.

    `values` holds one value, or several where the relation lists people or parties. `valid_from` and
    `valid_until` (ISO dates) bound when it holds; `as_of` is the date of a count. `complete` says that
    the list of values is the whole list, so that what is not in it is wrong.
    """

    fact_id: str
    treaty: str
    relation: str
    values: tuple[str, ...]
    sources: tuple[Citation, ...]
    party: str | None = None
    stage: str | None = None
    item: str | None = None
    as_of: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    aliases: tuple[str, ...] = ()
    complete: bool = False
    negated: bool = False
    status: FactStatus = FactStatus.CURRENT
    note: str | None = None

    @property
    def value(self) -> str:
        return self.values[0] if len(self.values) == 1 else "; ".join(self.values)

    def __hash__(self) -> int:
        # no two facts share an id, and the hash of all fields is slow
        return hash(self.fact_id)


class Treaty(NamedTuple):
    """A treaty and the names under which texts speak of it.

    `names` may be matched fuzzily, `acronyms` only in their exact capitals; `shared_names` are borne by
    other treaties too and need `context` words, a year or dates to tell which is meant.
    """

    id: str
    name: str
    official_title: str
    kind: str
    subject: str
    year: int
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    shared_names: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()
    other_names: tuple[tuple[str, str], ...] = ()


class Label(StrEnum):
    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_INFO = "not_enough_info"


class Reason(StrEnum):
    VALUE_MATCHES = "value_matches"
    VALUE_DIFFERS = "value_differs"
    OTHER_EVENT = "other_event"
    OTHER_TREATY = "other_treaty"
    OTHER_PARTY = "other_party"
    NO_FACT = "no_fact"
    AMBIGUOUS_TREATY = "ambiguous_treaty"
    SOURCES_DISAGREE = "sources_disagree"
    TOO_VAGUE = "too_vague"


class Correction(NamedTuple):
    """What to write instead of the claim's value: `text` in the text's own style, `value` normalized."""

    text: str
    value: str


class Evidence(NamedTuple):
    """A fact that decided, with a sentence that states it."""

    fact: Fact
    statement: str


class Verdict(NamedTuple):
    label: Label
    confidence: float
    reason: Reason
    explanation: str
    correction: Correction | None = None


class Judged(NamedTuple):
    """A claim with its verdict and evidence. Spans are offsets into the text as it was sent."""

    id: str
    claim: Claim
    text: str
    treaty_name: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]


class Report(NamedTuple):
    """The answer for one document. `ignored` counts the claims that the caller did not want to see."""

    document: Document
    as_of: date
    reference_version: str
    treaties: int
    facts: int
    claims: tuple[Judged, ...]
    ignored: int = 0

    def without(self, ids: Collection[str]) -> "Report":
        """The report less the claims with these ids."""
        kept = tuple(judged for judged in self.claims if judged.id not in ids)
        return self._replace(claims=kept, ignored=self.ignored + len(self.claims) - len(kept))

    def count(self, label: Label) -> int:
        return sum(judged.verdict.label is label for judged in self.claims)
