"""What "it", "both treaties" and other words that name no treaty stand for."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.linking.discourse import MOST_SENTENCES_BACK, SUBORDINATORS, Discourse
from treatycheck.linking.joined_names import PLURALS
from treatycheck.linking.noun_phrases import last_before, noun_phrase, reference_to
from treatycheck.linking.unnamed import reference_of_year
from treatycheck.model import Mention, Sentence

_DEFINITE = frozenset({"the", "this", "that", "these", "said", "its", "both"})
_OTHER_TREATIES = frozenset("predecessor successor protocol protocols amendment amendments".split())
_BODIES = frozenset("league union organisation organization community council alliance court".split())
_PRONOUNS = frozenset({"it", "its"})
_OPENERS = _DEFINITE | _PRONOUNS | {"a", "an", "treaty"}


def resolve_references(
    sentence: Sentence, named: Sequence[Mention], dates: Sequence[Mention], discourse: Discourse
) -> tuple[Mention, ...]:
    """The sentence's treaty mentions with its references among them, in order."""
    found: list[Mention] = list(named)
    free_from = 0
    covered = {i for mention in named for i in range(mention.first, mention.last + 1)}
    for index, word in enumerate(sentence.words):
        if word not in _OPENERS or index < free_from or index in covered:
            continue
        pair = _pair(sentence, index, found, discourse)
        if pair:
            found.extend(pair)
            free_from = pair[-1].last + 1
            continue
        mention = None
        if word in _PRONOUNS and not _names_another(sentence, index):
            mention = _pronoun(sentence, index, found, discourse)
        elif word in _DEFINITE or word in {"a", "an"} or word == "treaty":
            mention = noun_phrase(sentence, index, covered, found, dates, discourse)
            if mention is None or not (mention.value or mention.candidates):
                mention = reference_of_year(sentence, index, covered, dates, discourse.names) or mention
        if mention is None:
            continue
        if mention.value:
            mention = mention._replace(candidates=discourse.rivals(sentence, found, mention))
        found.append(mention)
        free_from = mention.last + 1
    return tuple(sorted(found, key=lambda mention: mention.first))


def _pair(sentence: Sentence, index: int, found: Sequence[Mention], discourse: Discourse) -> tuple[Mention, ...]:
    """ "both treaties", "the two pacts": the last two that the text spoke of, one for each word."""
    words = sentence.words[index : index + 3]
    last = 1 if words[:1] == ("both",) else 2 if words[1:2] == ("two",) and words[0] in _DEFINITE else 0
    if not last or len(words) <= last or words[last] not in PLURALS:
        return ()
    recent = (*(m for at, m in discourse.history if sentence.index - at <= MOST_SENTENCES_BACK), *found)
    spoken_of = list({mention.value: mention for mention in recent if mention.value}.values())
    if len(spoken_of) != 2:
        return ()
    ends = (index + last - 1, index + last)
    return tuple(
        reference_to(sentence, first, end, target, "noun")
        for first, end, target in zip((index, index + last), ends, spoken_of, strict=True)
    )


def _names_another(sentence: Sentence, index: int) -> bool:
    """ "its predecessor", "its 1978 protocol": a treaty other than the one that "its" stands for."""
    return any(token.lower in _OTHER_TREATIES for token in sentence.tokens[index + 1 : index + 3])


def _pronoun(sentence: Sentence, index: int, found: Sequence[Mention], discourse: Discourse) -> Mention | None:
    if _speaks_of_body(sentence, found, index):
        return None
    opening = {token.lower for token in sentence.tokens[max(0, index - 3) : index]}
    ahead = next((mention for mention in found if mention.first > index), None)
    earlier = last_before(found, index)
    if earlier is None and ahead is not None and opening & SUBORDINATORS:
        target: Mention | None = ahead
    else:
        target = _subject_like(sentence, found, index) or earlier or discourse.salient(sentence, 1)
    return reference_to(sentence, index, index, target, "pronoun") if target else None


def _speaks_of_body(sentence: Sentence, found: Sequence[Mention], index: int) -> bool:
    """ "was part of the treaty; the League met in 1920, and Germany joined it": an organisation named in between."""
    earlier = last_before(found, index)
    words = sentence.words
    openings = (at for at in range(earlier.last + 1 if earlier else index, index - 2) if words[at] == ";")
    return any(words[at + 1] == "the" and words[at + 2] in _BODIES for at in openings)


def _subject_like(sentence: Sentence, found: Sequence[Mention], index: int) -> Mention | None:
    """A treaty that opens the sentence is what a later "it" stands for."""
    first = next((mention for mention in found if mention.last < index), None)
    if first is None:
        return None
    opening = sentence.tokens[: first.first]
    return first if len(opening) <= 1 else None
