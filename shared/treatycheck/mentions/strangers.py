"""People whom the lexicon does not know, told by a title before a name or by two words written as a name."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.model import Mention, MentionKind, Sentence, Span, Token

STRANGER, PAIR = "stranger", "pair"
# people of whom it is not known for which state they act, or who act for two
OF_NO_PARTY = frozenset({STRANGER, PAIR})
_TITLES = frozenset(
    "president premier chancellor minister secretary ambassador king queen emperor sultan tsar prince duke count lord "
    "sir general gen. marshal admiral colonel senator envoy delegate negotiator mr mr. mrs mrs. ms ms. dr dr. "
    "professor baron governor".split()
)
_PARTICLES = frozenset("de da del della di du la le van von der den bin al el ibn ter dos".split())
_NO_NAMES = frozenset(
    "ministry assembly council union senate house congress parliament duma committee court nations university party "
    "bank street palace hotel hall day week agreement treaty convention protocol pact accord charter declaration act "
    "office department commission organization organisation state states republic kingdom empire federation "
    "government administration army navy force forces agency association institute foundation group company "
    "conference summit secretariat security general foreign affairs international world national united north south "
    "east west new big two three four five six ten twelve powers allies the this that these those his her its their "
    "in on at by from after before when while since as for "
    "and but or if under both all monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december prize medal award".split()
)
# what may follow a name, though it is no part of one
_NOT_BEHIND = _NO_NAMES - {"and", "in", "on", "at", "by", "the"}
_BEFORE_NAMES = _TITLES | {"prime", "vice"}
_LONGEST_NAME = 4


def find_strangers(sentence: Sentence, known: Sequence[Mention]) -> tuple[Mention, ...]:
    """Names of people outside all known mentions; their value is the name as it is written."""
    covered = {index for mention in known for index in range(mention.first, mention.last + 1)}
    tokens = sentence.tokens
    found: list[Mention] = []
    free_from = 0
    for index, token in enumerate(tokens):
        if index < free_from or not token.text[0].isupper():
            continue
        end = _name_end(tokens, index, covered)
        titled = index > 0 and tokens[index - 1].lower in _TITLES and index - 1 not in covered
        if end - index >= (1 if titled else 2):
            found.append(_mention(tokens, index, end))
        free_from = end
    return tuple(found)


def _name_end(tokens: Sequence[Token], start: int, covered: set[int]) -> int:
    """Index behind the name that begins at a token, or the token's own index."""
    if not _is_name_word(tokens, start, covered):
        return start
    end = start + 1
    if _is_hyphened(tokens, end):
        return start
    while end < len(tokens) and end - start < _LONGEST_NAME:
        if _is_name_word(tokens, end, covered):
            end += 1
        elif _joins_names(tokens, end) and end + 1 < len(tokens) and _is_name_word(tokens, end + 1, covered):
            end += 2
        else:
            break
    following = tokens[end].lower if end < len(tokens) else ""
    whole = all(token.lower not in _NO_NAMES for token in tokens[start:end])
    return end if whole and following not in _NOT_BEHIND else start


def _joins_names(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].text in _PARTICLES or _is_hyphened(tokens, index)


def _is_hyphened(tokens: Sequence[Token], index: int) -> bool:
    """A hyphen inside a name: "Annegret Kramp-Karrenbauer"."""
    inside = 0 < index < len(tokens) - 1 and tokens[index].text == "-"
    return inside and tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start


def _is_name_word(tokens: Sequence[Token], index: int, covered: set[int]) -> bool:
    text = tokens[index].text
    proper = text[0].isupper() and text.replace("-", "").replace("'", "").isalpha()
    plain = not text.isupper() or len(text) < 3 or text in {"II", "III", "IV", "VI"}
    return proper and plain and index not in covered and tokens[index].lower not in _BEFORE_NAMES


def _mention(tokens: Sequence[Token], start: int, end: int) -> Mention:
    text = " ".join(token.text for token in tokens[start:end]).replace(" - ", "-")
    span = Span(tokens[start].start, tokens[end - 1].end)
    return Mention(MentionKind.PERSON, span, start, end - 1, text, text, detail=STRANGER)
