"""Which version of a thing a change starts from (RFC 9110, 13.1: If-Match and If-None-Match)."""

from __future__ import annotations

from typing import NamedTuple

from treatycheck.errors import PreconditionFailed, PreconditionRequired


class Precondition(NamedTuple):
    """`versions` that a change may start from, empty for any; `absent` where the thing must not be there.

    With neither, only what is not there may be made.
    """

    versions: frozenset[int] | None = None
    absent: bool = False

    def check(self, version: int | None, name: str) -> None:
        """Nothing, if the change may start from this version, None for a thing that is not there.

        Raises PreconditionFailed, PreconditionRequired.
        """
        if version is None:
            if self.versions is not None:
                raise PreconditionFailed(f"{name} is not there")
        elif self.absent:
            raise PreconditionFailed(f"{name} is there already, in version {version}")
        elif self.versions is None:
            raise PreconditionRequired(f'{name} is there: say which version is changed, as in If-Match: "{version}"')
        elif self.versions and version not in self.versions:
            raise PreconditionFailed(f"{name} has version {version} now")
