"""What kind of value a relation takes."""

from __future__ import annotations

DATE_RELATIONS = frozenset(
    {
        "adopted",
        "opened_for_signature",
        "signed",
        "ratified",
        "acceded",
        "entered_into_force",
        "expires",
        "extended",
        "terminated",
        "suspended",
        "withdrew",
        "negotiated",
    }
)
DURATION_RELATIONS = frozenset({"duration", "extension"})
COUNT_RELATIONS = frozenset({"party_count", "signatory_count"})
QUANTITY_RELATIONS = frozenset({"limit", "eliminated"})
STATE_RELATIONS = frozenset({"party", "signatory", "in_force"})
# what only makes sense of one party
PARTY_RELATIONS = frozenset({"ratified", "acceded", "suspended", "withdrew", "party", "signatory"})
PARTY_LIST_RELATIONS = frozenset({"between", "depositary"})
# what a treaty, or one party in one step, has one of
SINGLE_RELATIONS = frozenset(
    {
        "adopted",
        "opened_for_signature",
        "signed",
        "ratified",
        "entered_into_force",
        "terminated",
        "withdrew",
        "party",
        "signatory",
        "in_force",
        "party_count",
        "signatory_count",
    }
)
