"""What a treaty, or a state in it, was the first, only or last to be or do."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.frames import Filled
from treatycheck.claims.objects import objects
from treatycheck.claims.stretches import phrase_end, text_value
from treatycheck.claims.view import View
from treatycheck.linking.treaty_names import GENERIC
from treatycheck.model import Claim, Mention
from treatycheck.relations import construction_frame

_STATE_NOUNS = frozenset({("country",), ("state",), ("nation",), ("government",), ("power",)})


def fill_firsts(view: View, plain: str) -> Iterator[Filled]:
    """ "the first treaty to …", "the only agreement that …"."""
    frame = construction_frame("first")
    words = view.words
    for index, word in enumerate(words):
        if word not in {"first", "only", "last"} or not index or words[index - 1] not in {"the", "world's", "'s", "a"}:
            continue
        noun = next(
            (
                i
                for i in range(index + 1, min(index + 9, len(words)))
                if words[i] in GENERIC | {"agreement", "instrument"}
            ),
            None,
        )
        treaty = _subject_of_first(view, index)
        if noun is None or treaty is None or noun + 1 >= len(words):
            continue
        if word == "first" and not set(words[noun + 1 : noun + 3]) & {
            "to",
            "that",
            "in",
            "of",
            "between",
            "on",
            "with",
            "eliminating",
            "banning",
            "limiting",
            "ever",
        }:
            continue
        end = phrase_end(view, noun + 1)
        value = text_value(view, index, end - 1, plain)
        claim = Claim(frame.id, "first", treaty, value, view.span(index, end - 1), view.sentence.span)
        yield Filled(claim, index, end - 1, index, frame)


def fill_first_states(view: View, plain: str) -> Iterator[Filled]:
    """ "the first country to ratify the treaty"."""
    frame = construction_frame("first")
    for index, word in enumerate(view.words):
        if word not in {"first", "only", "last"} or view.words[index + 1 : index + 2] not in _STATE_NOUNS:
            continue
        verb = next((p for p in view.predicates if 0 < p.first - index < 10 and p.kind == "verb"), None)
        treaty = next(objects(view, verb.last), None) if verb and "to" in view.words[index : verb.first] else None
        if treaty is None:
            continue
        value = text_value(view, index, treaty.last, plain)
        claim = Claim(frame.id, "first", treaty, value, view.span(index, treaty.last), view.sentence.span)
        yield Filled(claim, index, treaty.last, index, frame)


def _subject_of_first(view: View, index: int) -> Mention | None:
    for mention in reversed(view.treaties):
        if mention.last < index:
            inner = view.words[mention.last + 1 : index - 1]
            if len(inner) < 30 and (set(inner) & {"was", "is", "became", ",", "as", "remains", "remained"}):
                return mention
            return None
    return None
