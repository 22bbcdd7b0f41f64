"""What "the treaty", "a 1987 treaty" and "the accord on fisheries" stand for."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.linking.discourse import MOST_SENTENCES_BACK, Discourse
from treatycheck.linking.misspellings import treaty_mention
from treatycheck.linking.reference_years import last_of_year, the_one_of_near_year, year_behind
from treatycheck.linking.treaty_names import GENERIC, TreatyNames
from treatycheck.linking.unnamed import MODIFIERS_END, described_reference, is_told_apart
from treatycheck.model import MatchMethod, Mention, Sentence, Token

_TOPICS = frozenset(
    "climate peace trade nuclear tax border military defence defense security fisheries extradition investment "
    "environmental mine landmine ozone space maritime naval water friendship health pandemic missile".split()
)
_OTHERS = frozenset("first last only next new other another second third latest remaining different similar".split())
_ANOTHER = frozenset({"similar", "separate", "different", "new", "second", "third", "further"})
_COPULAS = frozenset({"is", "was", "are", "were", "remains", "became", "remained", "becomes"})
_KINDS_OF_TREATY = frozenset(
    "peace cession friendship alliance amity commerce neutrality cooperation partnership limits annexation union "
    "surrender mutual navigation reparations".split()
)
_LONGEST_BECOMING, _LONGEST_PAST = 7, 5
_MADE = frozenset({"signed", "made", "concluded", "adopted", "agreed"})
_BECAME = frozenset({"became", "become", "called", "dubbed", "as"})
_BEGAN = (["beginning", "of"], ["birth", "of"], ["start", "of"])
_KINDS = {
    "protocol": "protocol",
    "convention": "convention",
    "conventions": "convention",
    "charter": "charter",
    "covenant": "covenant",
    "memorandum": "memorandum",
    "statute": "statute",
    "declaration": "declaration",
    "armistice": "armistice",
}


def _fits(names: TreatyNames, mention: Mention, noun: str) -> bool:
    """Whether "the protocol" may stand for a treaty: it must be called one."""
    kind = _KINDS.get(noun)
    if kind is None or not mention.value:
        return True
    treaty = names.treaties[mention.value]
    others = set(_KINDS.values()) - {kind}
    called = [name.lower() for name in (treaty.name, treaty.official_title, *treaty.names)]
    return any(kind in name and not any(other in name for other in others) for name in called)


def _is_called(names: TreatyNames, mention: Mention, noun: str) -> bool:
    """Whether a treaty's names have the noun: "the pact" is rather a pact than a charter."""
    known = names.treaties.get(mention.value)
    called = (mention.text, known.name, *known.names) if known else (mention.text,)
    return any(noun in name.lower().split() for name in called)


def _is_about(names: TreatyNames, mention: Mention, topics: set[str]) -> bool:
    """Whether "the climate treaty" may stand for a treaty: its names or subject must have the word."""
    if not topics or not mention.value:
        return True
    treaty = names.treaties[mention.value]
    described = " ".join((treaty.name, treaty.official_title, treaty.subject, *treaty.names, *treaty.context)).lower()
    return all(topic in described for topic in topics)


def reference_to(sentence: Sentence, first: int, last: int, target: Mention, detail: str) -> Mention:
    method = MatchMethod.COREFERENCE
    mention = treaty_mention(sentence.tokens, first, last + 1, target.value, method, 1.0, target.candidates)
    return mention._replace(detail=detail)


def last_before(found: Sequence[Mention], index: int) -> Mention | None:
    earlier = [mention for mention in found if mention.last < index]
    return max(earlier, key=lambda mention: mention.last, default=None)


def noun_phrase(
    sentence: Sentence,
    index: int,
    covered: set[int],
    found: Sequence[Mention],
    dates: Sequence[Mention],
    discourse: Discourse,
) -> Mention | None:
    tokens = sentence.tokens
    end = index + 1 if tokens[index].lower != "treaty" else index
    while end < len(tokens) and end - index < 6 and end not in covered and tokens[end].lower not in GENERIC:
        if tokens[end].lower in MODIFIERS_END | {"the"}:
            return None
        end += 1
    if end >= len(tokens) or end in covered or tokens[end].lower not in GENERIC:
        return None
    modifiers = tokens[index + 1 : end]
    noun = tokens[end].lower
    described = (
        described_reference(sentence, index, end, discourse.names) if end + 1 < len(tokens) or modifiers else None
    )
    if described is not None:
        return described
    if tokens[index].lower in {"a", "an"}:
        return _indefinite(sentence, index, end, found, dates, discourse)
    if any(token.lower in _OTHERS for token in modifiers):
        return None
    if found and _is_of_other_day(tokens, end):
        return _unknown(sentence, index, end)
    named = _in_apposition(tokens, index, found)
    if named and not _is_listed_by_year(named, year_behind(tokens, end, dates)):
        return reference_to(sentence, index, end, named, "noun")
    if any(token.text[0].isupper() and token.text.isalpha() and len(token.text) > 3 for token in modifiers) or noun in {
        "treaties",
        "agreements",
    }:
        return None
    if tokens[index].lower == "treaty" and index:
        return None
    if _is_told_by_its_parties(sentence, end):
        return _unknown(sentence, index, end)
    year = next((date for date in dates if index <= date.first and date.last < end), None) or year_behind(
        tokens, end, dates
    )
    target = _antecedent(sentence, index, noun, year, found, discourse)
    if target is not None and year is None and is_told_apart(sentence, end, target, discourse.names):
        return _unknown(sentence, index, end)
    return reference_to(sentence, index, _with_kind(tokens, end), target, "noun") if target else None


def _is_of_other_day(tokens: Sequence[Token], noun: int) -> bool:
    """ "the charter, signed in 1990, bows to the treaty signed two days before": made on another day, another one."""
    behind = [token.lower for token in tokens[noun + 1 : noun + 1 + _LONGEST_PAST]]
    counted = len(behind) > 1 and behind[0] in _MADE and behind[1] not in {"on", "in", "by", "at"}
    return counted and bool({"before", "earlier"} & set(behind[2:]))


def _with_kind(tokens: Sequence[Token], noun: int) -> int:
    """ "the treaty of cession", "of peace and friendship": index of the last word that says what kind it is."""
    last = noun
    while last + 2 < len(tokens) and tokens[last + 1].lower in ({"of"} if last == noun else {"and"}):
        if tokens[last + 2].lower not in _KINDS_OF_TREATY:
            break
        last += 2
    return last


def _in_apposition(tokens: Sequence[Token], index: int, found: Sequence[Mention]) -> Mention | None:
    """ "the Aarhus Convention, the pan-European treaty of 1998": the name right before the comma."""
    if index < 2 or tokens[index - 1].text not in {",", "\u2014", "\u2013"}:
        return None
    return next((m for m in found if m.last == index - 2 and m.value and not m.detail), None)


def _is_listed_by_year(named: Mention, year: Mention | None) -> bool:
    """ "the SUA Convention of 1988, the statute of 1998": two of a list, each with its year."""
    last = named.text.split()[-1]
    return year is not None and last.isdigit() and last != year.value


def _antecedent(
    sentence: Sentence,
    index: int,
    noun: str,
    year: Mention | None,
    found: Sequence[Mention],
    discourse: Discourse,
) -> Mention | None:
    earlier = [mention for mention in found if mention.last < index]
    recent = [m for at, m in discourse.history if sentence.index - at <= MOST_SENTENCES_BACK]
    topics = {token.lower for token in sentence.tokens[index : index + 6]} & _TOPICS
    candidates = [
        mention
        for mention in (*recent, *_last_of_each(earlier))
        if _fits(discourse.names, mention, noun) and _is_about(discourse.names, mention, topics)
    ]
    candidates = [m for m in candidates if _is_called(discourse.names, m, noun)] or candidates
    if year is not None:
        told = last_of_year(discourse.names, candidates, year)
        if told is not None or sentence.tokens[index].lower != "this":
            return told or the_one_of_near_year(sentence, index, year, (*recent, *earlier), discourse)
    if not earlier:
        salient = discourse.salient(sentence)
        if salient is not None and salient in candidates:
            return salient
    if not candidates and discourse.history and discourse.topic and _fits(discourse.names, discourse.topic, noun):
        return discourse.topic
    return candidates[-1] if candidates else None


def _last_of_each(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions less those that a later one of the same treaty in the same words stands for."""
    kept: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        key = mention.value, mention.text
        kept.pop(key, None)
        kept[key] = mention
    return list(kept.values())


def _indefinite(
    sentence: Sentence,
    index: int,
    end: int,
    found: Sequence[Mention],
    dates: Sequence[Mention],
    discourse: Discourse,
) -> Mention | None:
    """ "a new treaty" that is neither an apposition nor a predicate speaks of another, unknown treaty.

    "a 1987 treaty" is the one of that year that the text names elsewhere.
    """
    tokens = sentence.tokens
    year = next((date for date in dates if index <= date.first and date.last < end), None)
    if year is not None:
        return _reference_by_year(sentence, index, end, year, found, discourse)
    if any(token.lower in _ANOTHER for token in tokens[index + 1 : end]):
        return _unknown(sentence, index, end)
    before = tokens[index - 1].lower if index else ""
    earlier = last_before(found, index)
    if before in _COPULAS and earlier is not None and index - earlier.last < 12:
        return reference_to(sentence, index, end, earlier, "noun")
    if (
        before in {",", "(", "\u2014", "\u2013", ":"}
        and earlier
        and earlier.detail != "pronoun"
        and index - earlier.last <= 3
    ):
        return reference_to(sentence, index, end, earlier, "noun")
    if became := _what_it_became(tokens, end, found):
        return reference_to(sentence, index, end, became, "noun")
    named_behind = any(mention.first - end <= 4 for mention in found if mention.first > end)
    if named_behind or before in _COPULAS | {",", "as", "(", "-", "\u2014", "\u2013", ":"}:
        return None
    return _unknown(sentence, index, end)


def _what_it_became(tokens: Sequence[Token], noun: int, found: Sequence[Mention]) -> Mention | None:
    """ "an accord on tariffs, which became the GATT", "that marked the birth of NAFTA": the name told behind."""
    named = next((mention for mention in found if mention.first > noun and not mention.detail), None)
    if named is None:
        return None
    words = [token.lower for token in tokens[noun + 1 : named.first]]
    while words and words[-1] in {"the", "later"}:
        words.pop()
    relative = {"which", "that"} & set(words[-_LONGEST_BECOMING:])
    return named if relative and (words[-1] in _BECAME or words[-2:] in _BEGAN) else None


def _is_told_by_its_parties(sentence: Sentence, end: int) -> bool:
    """ "the peace treaty with Jordan": a treaty of its own, whatever the text named before."""
    behind = sentence.tokens[end + 1 : end + 3]
    return len(behind) == 2 and behind[0].lower == "with" and behind[1].text[0].isupper()


def _unknown(sentence: Sentence, index: int, end: int) -> Mention:
    return treaty_mention(sentence.tokens, index, end + 1, "", MatchMethod.NAME, 0.0)


def _reference_by_year(
    sentence: Sentence, index: int, end: int, year: Mention, found: Sequence[Mention], discourse: Discourse
) -> Mention | None:
    candidates = [*(mention for _, mention in discourse.history), *found]
    target = last_of_year(discourse.names, candidates, year) or discourse.last_of_year(year.value[:4])
    return reference_to(sentence, index, end, target, "noun") if target else None
