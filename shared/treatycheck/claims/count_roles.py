"""What a number of states did, or was, in a sentence: joined or signed a treaty, or anything else."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.claims.count_words import (
    ENVOYS,
    FIRST,
    HEADS_OF_STATES,
    JOIN_WORDS,
    MEMBERS,
    SIGN_WORDS,
    SIGNERS,
    STATES,
    head_of,
    takes_effect,
    unit_of,
)
from treatycheck.claims.counted_acts import DENIED, verb_behind
from treatycheck.claims.counted_agents import BEFORE_NUMBERS, PEOPLE, Told, agent_mark, by_agents
from treatycheck.claims.needed import needed_words
from treatycheck.claims.view import View
from treatycheck.claims.words import HAVE, RELATIVE, is_adverb
from treatycheck.mentions.groups import GROUP
from treatycheck.mentions.readings import HYPHENS
from treatycheck.model import Mention, MentionKind
from treatycheck.values.quantities import parse_quantity

_HOLD = frozenset("includes include comprises covers binds counts encompasses embraces groups unites".split())
_NEAR_BY, _PAIR = 16, 2
_COUNTED = STATES | MEMBERS | SIGNERS


def count_told(view: View, mention: Mention) -> Told | None:
    """What a number says of a treaty's membership; None where it counts anything else."""
    return view.once(_count_told, mention)


def _count_told(view: View, mention: Mention) -> Told | None:
    unit = head_of(mention)
    bare = not unit and mention.kind is MentionKind.NUMBER
    if unit in HEADS_OF_STATES:
        return _as_heads(view, mention, unit)
    if unit in ENVOYS:
        return _as_envoys(view, mention)
    if not (bare or unit in _COUNTED) or needed_words(view, mention):
        return None
    before = view.words[max(0, mention.first - 5) : mention.first]
    if is_whole_of_part(view, mention) or _is_in_group(view, mention):
        return None
    if before[-1:] in {("first",), ("last",), ("next",)}:
        return None
    if before[-2:] in {("of", "the"), ("all", "the")} and not verb_behind(view, mention):
        return None
    if "required" in before or "requires" in before or "needed" in before:
        return None
    mark = agent_mark(view, mention)
    if mark is not None:
        return None if bare else by_agents(view, mention, mark)
    return (
        _in_name(view, mention, unit)
        or _of_them(view, mention)
        or _as_subject(view, mention, unit)
        or _as_noun(view, mention, unit)
        or _in_states(view, mention, unit)
    )


def _as_heads(view: View, mention: Mention, unit: str) -> Told | None:
    """ "35 leaders signed": one for each state, where they are more than a pair."""
    told = _as_subject(view, mention, unit)
    size = parse_quantity(mention.value)
    several = size is not None and size.low > _PAIR
    return told if told is not None and told.relation == "signatory_count" and several else None


def _as_envoys(view: View, mention: Mention) -> Told | None:
    """ "35 leaders signed it", "signed by twelve foreign ministers": so many envoys as there were signers."""
    if is_whole_of_part(view, mention) or mention.value.startswith(("1 ", "2 ")):
        return None
    mark = agent_mark(view, mention)
    told = by_agents(view, mention, mark) if mark is not None else _as_subject(view, mention, head_of(mention))
    return told._replace(past=True) if told and told.relation == "signatory_count" else None


def is_whole_of_part(view: View, mention: Mention) -> bool:
    """ "164 of the 197 states", "most of the 44 states"; "one of the twelve founders" tells how many there were."""
    near = range(mention.first - 1, max(0, mention.first - _TO_WHOLE), -1)
    index = next((index for index in near if view.words[index] == "of"), None)
    if index is None or (view.words[index - 1] == "one" and FIRST & set(view.words[index : mention.last + 1])):
        return False
    return view.words[index - 1] in _PART or view.mention_at(view.quantities, index - 1) is not None


def _is_in_group(view: View, mention: Mention) -> bool:
    """ "all five nuclear-weapon states": the number belongs to a name, and each of its bearers is meant."""
    named = view.mention_at(view.parties, mention.first)
    return named is not None and named.detail == GROUP


_TO_WHOLE, _TO_CONTRAST = 5, 12
_CONTRASTS = frozenset({"but", "without", "though", "although", "yet"})
_OF_THOSE = frozenset({("of", "these", ","), ("of", "those", ","), ("of", "them", ","), ("of", "which", ",")})
_PART = frozenset(
    "some most half none neither one single many few several each any majority third thirds quarter quarters".split()
)


def _as_subject(view: View, mention: Mention, unit: str) -> Told | None:
    """ "187 nations have signed", "more than 40 governments signed", "the 119 that put their names to it"."""
    verb = verb_behind(view, mention)
    if verb is None or verb[0] == "else" or only_signed(view, verb[1]) or _is_of_those(view, mention):
        return None
    if not unit and view.words[mention.last + 1 : mention.last + 2] == (",",):
        return None
    passed = set(view.words[mention.last + 1 : verb[1]])
    if not unit and passed & RELATIVE and (verb[0] == "join" or not _takes_treaty(view, verb[1])):
        return None
    relation = "signatory_count" if verb[0] == "sign" else "party_count"
    if unit in SIGNERS and relation == "party_count":
        return None
    return Told(relation, mention.first, verb[1], not passed & {"have", "has", "are", "'ve"})


def only_signed(view: View, verb: int) -> bool:
    """ "two more have signed but not ratified it": signers of whom the rest is counted elsewhere."""
    behind = view.words[verb + 1 : verb + 1 + _TO_CONTRAST]
    but = next((index for index, word in enumerate(behind) if word in _CONTRASTS), None)
    denied = behind[but:] if but is not None else ()
    return bool(DENIED & set(denied)) and any(word.startswith("ratif") for word in denied)


def _is_of_those(view: View, mention: Mention) -> bool:
    """ "Of these, nine have signed": a part of those whom the sentence before counts."""
    return view.words[max(0, mention.first - 3) : mention.first] in _OF_THOSE


def _in_name(view: View, mention: Mention, unit: str) -> Told | None:
    """ "the 11-nation trade pact"."""
    if unit not in STATES or view.words[mention.last - 1] not in HYPHENS:
        return None
    if not any(0 < treaty.first - mention.last <= 3 for treaty in view.treaties):
        return None
    return Told("party_count", mention.first, mention.last, past=True, standing=True, presupposed=True)


def _of_them(view: View, mention: Mention) -> Told | None:
    """ "every country belongs, all 196 of them", "many signed: 180 of them have"."""
    if unit_of(mention) or view.words[mention.last + 1 : mention.last + 3] != ("of", "them"):
        return None
    end = view.words[mention.last + 3 : mention.last + 4]
    if end and end[0].isalpha() and end[0] not in HAVE:
        return None
    for index in range(mention.first - 1, max(-1, mention.first - _NEAR_BY), -1):
        word = view.words[index]
        if word in SIGN_WORDS | JOIN_WORDS - PEOPLE:
            return Told("signatory_count" if word in SIGN_WORDS else "party_count", mention.first, mention.last + 2)
    return None


def _takes_treaty(view: View, verb: int) -> bool:
    """Whether a treaty is what a verb is done to: "the 119 that signed the convention"."""
    return any(0 < treaty.first - verb <= 4 for treaty in view.treaties)


def _as_noun(view: View, mention: Mention, unit: str) -> Told | None:
    """ "191 states parties", "its 34 members", "185 signatures"; not those who did something else."""
    following = view.words[mention.last + 1 : mention.last + 2]
    last = mention.last + (bool(following) and following[0] in MEMBERS | SIGNERS)
    head = view.words[last] if last > mention.last else unit
    before = view.words[max(0, mention.first - 4) : mention.first]
    if unit in STATES - {"members"} and set(before[-2:]) & _HOLD and not RELATIVE & set(following):
        return Told("party_count", mention.first, last)
    if not unit and "membership" in view.words[: mention.first][-10:]:
        return Told("party_count", mention.first, last)
    if head not in MEMBERS | SIGNERS:
        return None
    if last == mention.last and head == "members" and not _has_them(view, mention):
        return None
    return None if _is_some(view, mention, before) else _noun_told(mention, head, last, before)


def _has_them(view: View, mention: Mention) -> bool:
    """ "the treaty now has 20 members": a treaty's own, where an organ or a club may have as many."""
    index = mention.first - 1
    while index > 0 and (is_adverb(view.words[index]) or view.words[index] in BEFORE_NUMBERS | {"now"}):
        index -= 1
    before = index - 1
    while before > 0 and is_adverb(view.words[before]):
        before -= 1
    return view.words[index] in HAVE and view.mention_at(view.treaties, before) is not None


def _noun_told(mention: Mention, head: str, last: int, before: Sequence[str]) -> Told:
    relation = "signatory_count" if head in SIGNERS else "party_count"
    past = bool({"had", "were", "was"} & set(before))
    return Told(
        relation,
        mention.first,
        last,
        past,
        standing=True,
        presupposed=before[-1:] == ("the",) or before[-2:-1] == ("the",),
    )


def _is_some(view: View, mention: Mention, before: Sequence[str]) -> bool:
    """ "seven parties announced": as many as did it, where no article tells that they are all."""
    verb = verb_behind(view, mention)
    return verb is not None and verb[0] == "else" and not set(before) & {"the", "its", "all", "their", "current", "has"}


def _in_states(view: View, mention: Mention, unit: str) -> Told | None:
    """ "is in force in 141 countries", "an agreement between 11 countries"."""
    before = view.words[max(0, mention.first - 2) : mention.first]
    if unit not in STATES or not before:
        return None
    effect = takes_effect(view)
    if before[-1] in {"in", "for"} and effect is not None and 0 < mention.first - effect <= 8:
        return Told("party_count", effect, mention.last, True)
    if before[-1] in {"between", "among"} and _is_concluded(view, mention.first - 1):
        return Told("party_count", mention.first - 1, mention.last, True)
    return None


def _is_concluded(view: View, index: int) -> bool:
    """Whether "between" follows a treaty, or the day on which it was signed."""
    if any(0 < index - treaty.last <= 2 for treaty in view.treaties):
        return True
    words = view.words[max(0, index - 8) : index]
    return bool({"signed", "concluded", "agreement", "treaty", "pact", "accord"} & set(words))
