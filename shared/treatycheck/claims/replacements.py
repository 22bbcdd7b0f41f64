"""Of which of two treaties a replacement is told: "New START took its place" speaks of the one before."""

from __future__ import annotations

from treatycheck.claims.frames import Filled
from treatycheck.claims.values import value_of
from treatycheck.claims.view import View


def of_the_earlier(view: View, filled: Filled, plain: str) -> Filled | None:
    """A claim of a treaty that replaced "it" or "its place" as one of the treaty that "it" stands for.

    None where "it" would be the treaty itself and nothing else was told; other claims as they are.
    """
    claim = filled.claim
    spoken = (mention for mention in view.treaties if mention.detail == "pronoun")
    earlier = next((mention for mention in spoken if mention.span == claim.value.span), None)
    if claim.relation != "replaced" or earlier is None:
        return filled
    if earlier.value == claim.treaty.value:
        rivals = [item for item in earlier.candidates if item != claim.treaty.value]
        if not rivals:
            return None
        earlier = earlier._replace(value=rivals[0], candidates=tuple(rivals[1:]))
    span = claim.span.join(claim.treaty.span)
    told = claim._replace(relation="replaced_by", treaty=earlier, value=value_of(claim.treaty, plain), span=span)
    return filled._replace(claim=told)
