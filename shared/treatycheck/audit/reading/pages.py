"""The article's own text of a page, where the page marks just one."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"<(/?)article\b", re.IGNORECASE)
_NOT_A_BREAK = re.compile(r"[^\n]+")
_LEAST_SHARE = 200


def own_text(page: str) -> str:
    """The page with all outside of its one `<article>` made blank, so that offsets stay; else the page as it is."""
    tags = [(found.group(1) == "", found.start()) for found, _ in zip(_ARTICLE.finditer(page), range(3), strict=False)]
    if len(tags) != 2 or not tags[0][0] or tags[1][0] or tags[1][1] - tags[0][1] < _LEAST_SHARE:
        return page
    start, end = tags[0][1], tags[1][1]
    return _blank(page[:start]) + page[start:end] + _blank(page[end:])


def _blank(text: str) -> str:
    return _NOT_A_BREAK.sub(lambda found: " " * len(found.group()), text)
