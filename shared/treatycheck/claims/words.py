"""Closed classes of English words that the roles and guards go by."""

from __future__ import annotations

BE = frozenset("is are was were be been being am 's 're wasn't weren't isn't aren't gets got get".split())
HAVE = frozenset("has have had having hasn't haven't hadn't 've".split())
DO = frozenset("do does did doesn't don't didn't".split())
MODAL = frozenset(
    "will would shall should may might can could must won't wouldn't can't couldn't shouldn't cannot 'll".split()
)
AUXILIARY = BE | HAVE | DO | MODAL
# those that cannot be a genitive
PLAIN_AUXILIARY = AUXILIARY - {"'s"}
ADVERB = frozenset(
    "not never also then first finally soon already again still even only just ever yet later subsequently once "
    "since now thus therefore however itself themselves both jointly too both no longer officially long fully".split()
)
DETERMINER = frozenset(
    "the a an this that these those its his her their our both all each such said another any".split()
)
PREPOSITION = frozenset(
    "of in on at by to from with under for about against during between among over within into through upon until "
    "since after before via beyond regarding concerning "
    "towards toward per without despite like unlike including".split()
)
RELATIVE = frozenset("which that who whose where".split())
SUBORDINATOR = frozenset(
    "when while although though because after before since "
    "once until as whereas where if unless whether despite".split()
)
COORDINATOR = frozenset("and or but nor & plus then".split())
ADJECTIVES_IN_ING = frozenset({"binding", "existing", "sweeping", "outstanding", "ongoing", "founding", "crowning"})
PRONOUN = frozenset("he she they we you i it".split())
# verbs that tell no event of a treaty, in the past tense
PASTS = frozenset(
    "went came left became took made gave met won lost died began saw told held led brought sent kept fell rose grew "
    "built wrote spoke stood broke drew flew put returned moved retired resigned lived opened closed turned started "
    "published visited invaded attacked married got cut shot".split()
)
# nouns for what a state does that leaves a treaty
DEPARTURES = frozenset("withdrawal exit departure denunciation pullout".split())


def is_adverb(word: str) -> bool:
    return word in ADVERB or (
        word.endswith("ly")
        and len(word) > 4
        and word not in {"july", "italy", "only", "family", "assembly", "ally", "supply"}
    )
