"""Names that share their noun: "the Outer Space and Moon treaties"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.linking.misspellings import treaty_mention
from treatycheck.linking.treaty_names import SINGULARS, TreatyNames
from treatycheck.model import MatchMethod, Mention, Token

PLURALS = frozenset(SINGULARS)
_JOINTS = frozenset({"and", ",", "&"})
_LONGEST_LIST, _LONGEST_NAME = 14, 6


def joined_names(tokens: Sequence[Token], names: TreatyNames) -> list[Mention]:
    """The treaties whose names are joined before one plural noun, in order."""
    found: list[Mention] = []
    for noun, token in enumerate(tokens):
        singular = SINGULARS.get(token.lower)
        if singular is None or noun < 3:
            continue
        parts = list(_parts(tokens, noun))
        told = [(start, end, _owners(tokens, start, end, singular, names)) for start, end in parts]
        if len(told) > 1 and all(owners for _, _, owners in told):
            sure = [(start, end, owners) for start, end, owners in reversed(told) if len(owners) == 1]
            found.extend(_mention(tokens, start, end, owners[0], noun) for start, end, owners in sure)
    return found


def _mention(tokens: Sequence[Token], start: int, end: int, owner: str, noun: int) -> Mention:
    last = noun + 1 if end == noun else end
    return treaty_mention(tokens, start, last, owner, MatchMethod.NAME, 1.0)


def _parts(tokens: Sequence[Token], noun: int) -> Iterator[tuple[int, int]]:
    """Where the joined names before a noun begin and end, the last one first."""
    end = noun
    index = noun - 1
    while index >= max(0, noun - _LONGEST_LIST):
        joint = tokens[index].text in _JOINTS
        if joint or not _is_part_of_name(tokens[index]):
            if index + 1 < end <= index + 1 + _LONGEST_NAME:
                yield index + 1, end
            if not joint:
                return
            end = index
        index -= 1


def _is_part_of_name(token: Token) -> bool:
    return token.text == "-" or (token.text[0].isupper() and token.lower not in {"the", "both", "in", "on", "under"})


def _owners(tokens: Sequence[Token], start: int, end: int, noun: str, names: TreatyNames) -> list[str]:
    name = " ".join(token.text for token in tokens[start:end])
    return sorted({found.treaty for found in (*names.gazetteer.get(f"{name} {noun}"), *names.gazetteer.get(name))})
