"""Find numbers and what they count: "1,550 warheads", "500 to 5,500 kilometers", "$7.2 million", "5:5:3"."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.mentions.readings import DASHES, HYPHENS, Reading, is_labelled, lower_at, mention_of, text_at, touches
from treatycheck.mentions.unit_words import unit_after
from treatycheck.model import Mention, MentionKind, Sentence, Token
from treatycheck.text.words import word_set
from treatycheck.values.numbers import SMALL, TENS, digits, number_at, print_number
from treatycheck.values.ordinals import ordinal_at

_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds sterling", "¥": "yen"}
_LABELS = word_set(
    "no no. nos nos. number numbers article articles art. arts. section sections sec. chapter annex page pages p. pp. "
    "paragraph paragraphs para. paras. resolution resolutions protocol-no phase tier group category table figure fig. "
    "room flight type model aged age # part volume vol. round"
)
_SPELLED = SMALL.keys() | TENS.keys()
_OPENERS = _SPELLED | _CURRENCIES.keys() | {"a", "half"}
_LOOK_AHEAD = 10
_SHORT = 8


def find_quantities(sentence: Sentence, taken: Sequence[Mention]) -> tuple[Mention, ...]:
    """The numbers (NUMBER) and quantities (QUANTITY) of a sentence outside the mentions that are taken."""
    blocked = {index for mention in taken for index in range(mention.first, mention.last + 1)}
    found: list[Mention] = []
    free_from = 0
    for index, word in enumerate(sentence.words):
        if index < free_from or index in blocked or not (word in _OPENERS or word[:1].isdigit()):
            continue
        reading = _read(sentence.tokens, index)
        if reading is None or blocked.intersection(range(reading.first, reading.end)):
            continue
        if reading.value:
            kind = MentionKind.QUANTITY if " " in reading.value or ":" in reading.value else MentionKind.NUMBER
            found.append(mention_of(kind, sentence, reading))
        free_from = reading.end
    return tuple(found)


def _read(tokens: Sequence[Token], index: int) -> Reading | None:
    word = tokens[index].text
    if word in _CURRENCIES:
        return _read_money(tokens, index)
    if not _may_begin(tokens, index) or _is_ordinal(tokens, index):
        return None
    return _read_ratio(tokens, index) or _read_amount(tokens, index)


def _is_ordinal(tokens: Sequence[Token], index: int) -> bool:
    """ "thirty-sixth": a rank, no number of things."""
    return ordinal_at([token.lower for token in tokens[index : index + 3]], 0) is not None


def _may_begin(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].lower
    if not (word[0].isdigit() or word in _SPELLED or word in ("a", "half")):
        return False
    before = lower_at(tokens, index - 1)
    if before == "^" or (before == "[" and touches(tokens, index)) or is_labelled(tokens, index, _LABELS):
        return False
    if text_at(tokens, index + 1) in ("/", "_") and touches(tokens, index + 1) and touches(tokens, index + 2):
        return False
    if not touches(tokens, index) or before not in HYPHENS | {"/", ".", ":", "_"}:
        return True
    return not touches(tokens, index - 1)


def _read_money(tokens: Sequence[Token], index: int) -> Reading | None:
    low = _number(tokens, index + 1)
    if low is None:
        return None
    return Reading(index, low[1], f"{print_number(low[0])} {_CURRENCIES[tokens[index].text]}")


def _read_ratio(tokens: Sequence[Token], index: int) -> Reading | None:
    """ "5:5:3"; a time of day is passed over."""
    place, terms = index, [tokens[index].text]
    while text_at(tokens, place + 1) == ":" and touches(tokens, place + 1) and touches(tokens, place + 2):
        if digits(text_at(tokens, place + 2)) is None or len(terms) >= _SHORT:
            break
        place += 2
        terms.append(tokens[place].text)
    if len(terms) == 1 or digits(terms[0]) is None:
        return None
    is_time = len(terms) == 2 and len(terms[1]) == 2 and lower_at(tokens, place + 1) != "ratio"
    return Reading(index, place + 1, "" if is_time else ":".join(terms))


def _read_amount(tokens: Sequence[Token], index: int) -> Reading | None:
    low = _number(tokens, index)
    if low is None:
        return None
    if text_at(tokens, low[1])[:1] in HYPHENS and touches(tokens, low[1]) and _is_name(tokens, low[1]):
        return Reading(index, low[1], "")
    ranged = _read_range(tokens, index, low)
    if ranged:
        return ranged
    unit = unit_after(tokens, low[1], single=low[0] == 1 or 0 < low[0] < 1)
    if unit:
        return Reading(index, unit.end, f"{print_number(low[0])} {unit.value}")
    if (low[1] == index + 1 and tokens[index].lower in ("one", "zero")) or _is_list_mark(tokens, index, low[1]):
        return None
    return Reading(index, low[1], print_number(low[0]))


def _number(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """The value at a token and the index behind it."""
    words = [token.lower for token in tokens[index : index + _LOOK_AHEAD]]
    found = number_at(words, 0)
    if found is None or _is_one_letter_scale(tokens, index, found[1]):
        return None
    return found[0], index + found[1]


def _is_one_letter_scale(tokens: Sequence[Token], index: int, length: int) -> bool:
    """Whether "m" was read as millions where it stands for metres: "500 m" without a currency."""
    return length == 2 and lower_at(tokens, index + 1) == "m" and text_at(tokens, index - 1) not in _CURRENCIES


def _read_range(tokens: Sequence[Token], index: int, low: tuple[float, int]) -> Reading | None:
    """ "500 to 5,500 kilometers", "1,700-2,200 warheads", "between 1,700 and 2,200"."""
    between = lower_at(tokens, index - 1) == "between"
    after_unit = unit_after(tokens, low[1], known_only=True)
    joint = after_unit.end if after_unit and between else low[1]
    word = lower_at(tokens, joint)
    if not (word in DASHES or word == "to" or (word == "and" and between)):
        return None
    begin = joint + 1
    while lower_at(tokens, begin) in ("about", "some", "around"):
        begin += 1
    high = _number(tokens, begin)
    if high is None or high[0] <= low[0]:
        return None
    unit = unit_after(tokens, high[1]) or (after_unit if between else None)
    values = f"{print_number(low[0])}/{print_number(high[0])}"
    if unit is None:
        return Reading(index, high[1], values) if between or word in DASHES else None
    return Reading(index, max(unit.end, high[1]), f"{values} {unit.value}")


def _is_name(tokens: Sequence[Token], hyphen: int) -> bool:
    """Whether a hyphen behind a number ties it to something that is no unit, as in "3-D" or "9-11"."""
    following = text_at(tokens, hyphen + 1)
    if not touches(tokens, hyphen + 1) or following[:1].isdigit() or following.lower() in _SPELLED:
        return False
    return unit_after(tokens, hyphen, single=True) is None


def _is_list_mark(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Whether the number is that of a list: "1." or "(2)"."""
    if text_at(tokens, end) == ")" and text_at(tokens, index - 1) == "(":
        return len(tokens[index].text) <= 2
    return index == 0 and text_at(tokens, end) in (".", ")") and len(tokens) > 2
