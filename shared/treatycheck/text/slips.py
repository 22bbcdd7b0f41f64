"""Slips of the finger: in how many letters two spellings differ."""

from __future__ import annotations

# spellings that differ in more are not told apart any further
MOST = 2


def letters_off(word: str, other: str, most: int = MOST) -> int:
    """How many letters are left out, put in, changed, or changed about with the next one; `most + 1` where more are.

    Looks no further than `most` differences, so it takes time linear in the words, and no library need be imported.
    """
    if word == other:
        return 0
    if not most or abs(len(word) - len(other)) > most:
        return most + 1
    # the same letters at the start are never a difference
    same = next((place for place, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), None)
    start = min(len(word), len(other)) if same is None else same
    word, other = word[start:], other[start:]
    rests = [(word[1:], other), (word, other[1:]), (word[1:], other[1:])]
    if word[:2] == other[1::-1]:
        rests.append((word[2:], other[2:]))
    return 1 + min(letters_off(rest, further, most - 1) for rest, further in rests)
