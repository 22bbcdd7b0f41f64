"""Checks that a name leads to one treaty, or is declared to be shared by those that are not its first meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from treatycheck.model import Treaty
from treatycheck.reference.checks.problem import Problem


def check_names(treaties: Sequence[Treaty]) -> Iterator[Problem]:
    """Names that two treaties have as their own, where one must say that it is shared; siblings that are not known."""
    own: dict[str, list[str]] = defaultdict(list)
    for treaty in treaties:
        for key in {key_of(name) for name in own_names(treaty)} - {key_of(name) for name in treaty.shared_names}:
            own[key].append(treaty.id)
    known = {treaty.id for treaty in treaties}
    for key, owners in sorted(own.items()):
        if len(owners) > 1:
            yield Problem(owners[0], "name", (), f"the name {key!r} is borne by {', '.join(owners[1:])}, too")
    for treaty in treaties:
        for sibling in treaty.siblings:
            if sibling == treaty.id or sibling not in known:
                yield Problem(treaty.id, "sibling", (), f"the sibling {sibling!r} is no other treaty that is known")


def own_names(treaty: Treaty) -> Iterator[str]:
    """The names that mean this treaty alone, in any language."""
    yield from (treaty.name, treaty.official_title, *treaty.names, *treaty.acronyms)
    yield from (name for _, name in treaty.other_names)


def key_of(name: str) -> str:
    """What names have in common that a reader would not tell apart."""
    words = name.replace("-", " ").casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
