"""The values of claims, made of mentions."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.mentions.entities import lexicon
from treatycheck.mentions.groups import group_names
from treatycheck.model import Mention, MentionKind, PartyReference, Span, Value, ValueType

NO_VALUE = Value(ValueType.NONE, "", "")
_TYPES = {
    MentionKind.DATE: ValueType.DATE,
    MentionKind.DURATION: ValueType.DURATION,
    MentionKind.NUMBER: ValueType.NUMBER,
    MentionKind.QUANTITY: ValueType.QUANTITY,
    MentionKind.PLACE: ValueType.PLACE,
    MentionKind.PERSON: ValueType.PEOPLE,
    MentionKind.PARTY: ValueType.PARTIES,
    MentionKind.TREATY: ValueType.TREATY,
}


def value_of(mention: Mention, plain: str, modifier: str | None = None) -> Value:
    """One mention as a value."""
    text = plain[mention.span.start : mention.span.end]
    return Value(_TYPES[mention.kind], text, mention.value or text, mention.span, modifier)


def values_of(mentions: Sequence[Mention], plain: str) -> Value:
    """Several people, parties or places as one value, joined by "; "."""
    span = Span(mentions[0].span.start, mentions[-1].span.end)
    kind = ValueType.PEOPLE if any(m.kind is MentionKind.PERSON for m in mentions) else _TYPES[mentions[0].kind]
    normalized = "; ".join(dict.fromkeys(mention.value for mention in mentions))
    return Value(kind, plain[span.start : span.end], normalized, span)


def party_of(mention: Mention, plain: str) -> PartyReference:
    """The party that a person or party mention stands for."""
    party_id = mention.candidates[0] if mention.candidates else mention.value
    name = lexicon().party_names.get(party_id) or group_names().get(party_id, party_id)
    return PartyReference(party_id, name, plain[mention.span.start : mention.span.end])
