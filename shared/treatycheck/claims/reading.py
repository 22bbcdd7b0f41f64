"""A source to its views: the sentences that speak of a treaty, with all that was found in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from treatycheck.claims.governing import state_of
from treatycheck.claims.name_years import name_years
from treatycheck.claims.predicates import Predicate, find_predicates
from treatycheck.claims.view import View
from treatycheck.interruption import Check, Checked, never
from treatycheck.linking.descriptions import speaks_of_treaty
from treatycheck.linking.discourse import Discourse
from treatycheck.linking.namesakes import without_counterparts
from treatycheck.linking.references import resolve_references
from treatycheck.linking.resolve import resolve_mention, spoken_for_by_context
from treatycheck.linking.short_names import short_names
from treatycheck.linking.treaties import find_treaties
from treatycheck.linking.treaty_names import TreatyNames
from treatycheck.mentions.dates import find_dates
from treatycheck.mentions.durations import find_durations
from treatycheck.mentions.entities import find_entities
from treatycheck.mentions.gazetteer import word_key
from treatycheck.mentions.pairs import find_pair
from treatycheck.mentions.quantities import find_quantities
from treatycheck.mentions.strangers import find_strangers
from treatycheck.mentions.told_dates import told_dates
from treatycheck.model import Mention, MentionKind, Sentence, Treaty
from treatycheck.text.sentences import split_sentences
from treatycheck.text.source import Source

# how many sentences back the people are looked for of whom "the two leaders" speaks
_PAIR_REACH = 3
_UNDOING = frozenset("withdrew withdraw withdrawn withdraws withdrawing revoked revoke rescinded nullified".split())


def read_views(
    source: Source,
    published: date | None,
    names: TreatyNames,
    published_from: date | None = None,
    check: Check = never,
) -> list[View]:
    """The sentences that speak of a treaty, with all that was found in them."""
    if not names.screen.passes(source.plain):
        return []
    sentences = Checked(split_sentences(source), check)
    keys = [tuple(word_key(token) for token in sentence.tokens) for sentence in sentences]
    named = [find_treaties(sentence, key, names) for sentence, key in zip(sentences, keys, strict=True)]
    if not any(named) and not any(speaks_of_treaty(sentence) for sentence in sentences):
        return []
    dates = find_dates(sentences, published, published_from)
    whole = frozenset(mention.value for mentions in named for mention in mentions if mention.value)
    shared = {item for mentions in named for mention in mentions for item in mention.candidates}
    spoken_for = spoken_for_by_context(shared, names.treaties, names.contexts, source.plain.lower()) if shared else {}
    discourse = Discourse(names, tuple(mention for mentions in named for mention in mentions if mention.value))
    views: list[View] = []
    for position, (sentence, key, found, when) in enumerate(zip(sentences, keys, named, dates, strict=True)):
        found = short_names(sentence, key, found, whole, names) if whole else found
        resolved = _resolved(found, sentence, when, whole, spoken_for, published, names.treaties)
        resolved = _told_apart(sentence, resolved, when, names.treaties)
        salient = discourse.salient(sentence)
        treaties = resolve_references(sentence, resolved, when, discourse)
        background = discourse.background(sentence) or tuple(
            named[position + 1][:1] if position + 1 < len(named) else ()
        )
        if treaties or background:
            told = told_dates(sentence, when, published)
            before = range(max(0, position - _PAIR_REACH), position)
            pair = find_pair(sentence, [(sentences[at], keys[at]) for at in before])
            view = _view(sentence, key, treaties, when, told, pair, salient, background)
            follows = bool(views) and views[-1].sentence.index == sentence.index - 1
            views.append(view._replace(state_before=state_of(views[-1])) if follows else view)
        discourse.remember(sentence, treaties)
    return views


def _resolved(
    found: Sequence[Mention],
    sentence: Sentence,
    dates: Sequence[Mention],
    named: frozenset[str],
    spoken_for: Mapping[str, float],
    published: date | None,
    treaties: Mapping[str, Treaty],
) -> tuple[Mention, ...]:
    """Shared names resolved as far as years, words and neighbours tell."""
    if not any(mention.candidates for mention in found):
        return tuple(found)
    words = tuple(token.lower for token in sentence.tokens)
    years = {treaty: date for date, treaty in name_years(words, tuple(found), tuple(dates)).items()}
    resolved = (
        mention
        if not mention.candidates
        else resolve_mention(mention, years.get(mention), treaties, named, spoken_for, published)
        for mention in found
    )
    return tuple(_told_or_unknown(mention) for mention in resolved)


def _told_apart(
    sentence: Sentence, found: tuple[Mention, ...], dates: Sequence[Mention], treaties: Mapping[str, Treaty]
) -> tuple[Mention, ...]:
    words = tuple(token.lower for token in sentence.tokens)
    if "that" not in words:
        return found
    return without_counterparts(words, found, name_years(words, found, tuple(dates)), dates, treaties)


def _told_or_unknown(mention: Mention) -> Mention:
    """ "a nuclear deal" in small letters that the text does not explain is some treaty, not one of those so called."""
    if mention.value or not mention.candidates or any(letter.isupper() for letter in mention.text):
        return mention
    return mention._replace(candidates=())


def _view(
    sentence: Sentence,
    keys: Sequence[str],
    treaties: tuple[Mention, ...],
    dates: tuple[Mention, ...],
    told: tuple[Mention, ...],
    pair: tuple[Mention, ...],
    salient: Mention | None,
    background: tuple[Mention, ...],
) -> View:
    words = _words(sentence, (*dates, *told))
    dates = tuple(date for date in dates if not any(date.span.overlaps(other.span) for other in told))
    durations = find_durations(sentence, (*dates, *told))
    taken = [False] * len(words)
    for mention in treaties:
        if mention.detail != "noun":
            taken[mention.first : mention.last + 1] = [True] * (mention.last + 1 - mention.first)
    entities = find_entities(sentence, keys, taken)
    known = (*treaties, *dates, *(mention for mentions in entities.values() for mention in mentions))
    unlisted = (*find_strangers(sentence, known), *pair)
    people = sorted((*entities[MentionKind.PERSON], *unlisted), key=lambda item: item.first)
    return View(
        sentence=sentence,
        words=words,
        treaties=treaties,
        dates=dates,
        durations=durations,
        quantities=find_quantities(sentence, (*dates, *told, *durations)),
        parties=entities[MentionKind.PARTY],
        people=tuple(people),
        places=entities[MentionKind.PLACE],
        predicates=tuple(p for p in find_predicates(words, taken) if not _is_no_event(words, p, dates)),
        name_years=name_years(words, treaties, dates),
        salient=salient,
        background=background,
        told=told,
        said=frozenset(words),
        workings={},
    )


def _words(sentence: Sentence, dates: Sequence[Mention]) -> tuple[str, ...]:
    """The folded words; the month of May keeps its capital, so that it is not taken for the verb."""
    months = {index for date in dates for index in range(date.first, date.last + 1)}
    return tuple(
        "May" if token.lower == "may" and index in months else token.lower
        for index, token in enumerate(sentence.tokens)
    )


def _is_no_event(words: tuple[str, ...], predicate: Predicate, dates: tuple[Mention, ...]) -> bool:
    """ "the end of 2012" is a part of the time; a signature that is withdrawn is not given."""
    place = predicate.last + 1
    if predicate.kind == "noun" and words[predicate.first] == "signature":
        return bool(_UNDOING & set(words[max(0, predicate.first - 2) : predicate.first]))
    return predicate.kind == "noun" and words[place : place + 1] == ("of",) and any(d.first == place + 1 for d in dates)
