"""A page of the docs whose tables are measured: each part's tables stand between two comments."""

from __future__ import annotations


def replaced(page: str, name: str, tables: str) -> str:
    """The page with the tables of a part put in the place of the old ones. Raises ValueError where it has no place."""
    opening, closing = f"<!-- {name}: measured -->\n", f"<!-- end of {name} -->\n"
    before, _, rest = page.partition(opening)
    _, found, after = rest.partition(closing)
    if not found:
        raise ValueError(f"the page has no place for the tables of {name!r}")
    return f"{before}{opening}\n{tables}\n{closing}{after}"
