"""Laws that are named after treaties, or signed in the sentence that speaks of one."""

from __future__ import annotations

from treatycheck.claims.view import View
from treatycheck.model import Mention
from treatycheck.relations import Frame

_LAWS = frozenset({"act", "bill", "ordinance", "law"})
_LONGEST_NAME, _LONGEST_SUBJECT = 4, 12


def names_law(view: View, treaty: Mention) -> bool:
    """ "the Genocide Convention Implementation Act": a law that is named after a treaty."""
    behind = range(treaty.last + 1, min(view.length, treaty.last + 1 + _LONGEST_NAME))
    law = next((index for index in behind if view.words[index] in _LAWS), None)
    return law is not None and all(view.capitalised(index) for index in range(treaty.last + 1, law + 1))


def is_of_law(view: View, frame: Frame, group_first: int) -> bool:
    """ "the Protection Act, signed by Bush in 2002": whether a law stands before a verb of signing."""
    if frame.relation not in {"signed", "signed_by"}:
        return False
    before = range(max(0, group_first - _LONGEST_SUBJECT), group_first)
    laws = (index for index in before if view.words[index] in _LAWS and view.capitalised(index))
    return any(view.mention_at(view.treaties, index) is None for index in laws)
