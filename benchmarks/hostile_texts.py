"""Texts made to take long, of any length: what is repeated in them, nested, or never closed.

`tests/pipeline/test_work.py` counts what they take, `python -m benchmarks.hostile` sends the worst of them to the
handlers.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from itertools import count, islice

from treatycheck.model import Format

# the text of a number of characters
Maker = Callable[[int], str]

# each text names a treaty, else it would be put aside unread
OPENING = "The NPT was signed in 1968. "
_A_LINE = 60
_OF_A_CATEGORY = 40

RUNS = {
    "digits": "1234567890",
    "years": "1987 ",
    "years and hyphens": "1987-",
    "dates": "8 December 1987 ",
    "dates in digits": "1987-12-08 12/8/1987/ ",
    "versions": "1.2.3.4.",
    "numbers with commas": "1,234,567",
    "numbers and units": "1,234,567,890.123 ",
    "percentages": "5 percent 3 % $ 5 million ",
    "ordinals": "the 1st 2nd third fourth 5th state to ratify ",
    "durations": "five years ten months for 3 days ",
    "commas": ",",
    "spaced commas": ", ",
    "semicolons": "; ",
    "stops": ".",
    "spaced stops": ". ",
    "hyphens": "-",
    "dashes": "—",
    "opening parentheses": "(",
    "spaced opening parentheses": "( ",
    "closing parentheses": ")",
    "brackets": "[a [",
    "footnotes": ".[1]",
    "quotation marks": '"',
    "quotations": '"it " said "',
    "curly quotation marks": "“it “",
    "apostrophes": "'s",
    "broken apostrophes": "#39;",
    "states and states": "France and Russia and ",
    "states and commas": "Albania, Algeria, Angola, Argentina, Armenia, ",
    "groups of states": "none of the Nordic countries ",
    "people": "Reagan and Gorbachev and Putin ",
    "pronouns": "it ",
    "the treaty": "the treaty ",
    "pacts of a year": "the 1987 pact ",
    "both treaties": "both treaties the two pacts ",
    "unknown treaties": "Treaty of Fredonia ",
    "long names of none": "Foo Bar Baz Qux Quux Corge Grault Garply Treaty of Fredonia and Sylvania ",
    "treaties between": "a treaty between France and Germany and ",
    "nations and treaties": "Treaty of North Korea between ",
    "links between words": "of the ",
    "negations": "was never not signed nor neither ",
    "verbs": "signed ratified which banned and expired ",
    "nouns of events": "signing ratification withdrawal ",
    "people and signing": "signing Gorbachev ",
    "sentences of a word": "Yes. ",
    "sentences on it": "It was signed in 1987. ",
    "sentences on the pact": "The pact was signed in 1987. ",
    "lines of a word": "yes\n",
    "labels": "Signed: 1987\n",
    "bullets": "- signed\n",
    "abbreviations": "U.S. ",
    "abbreviations in a row": "U.S.",
    "titles": "Mr. Gen. ",
    "articles": "Art. 5 No. ",
    "one-letter words": "a b ",
    "letters in a word": "a",
    "capitals in a word": "A",
    "words and hyphens": "a-b-",
    "spaces": " ",
    "tabs": "\t",
    "line breaks": "\n",
    "returns": "\r\n",
    "spaces of other kinds": "\u00a0\u1680\u2003\u2028",
    "accents": "\u0301\u0323",
    "letters with accents": "e\u0301\u0323",
    "invisible characters": "\u200b\u200d",
    "half characters": "\ud800",
    "emoji": "😀",
    "ligatures": "ﷺ",
}

NAMED = {
    "a name": "NPT ",
    "a long name": "the INF Treaty ",
    "names in turn": "INF Treaty New START the NPT START II SALT I ABM Treaty ",
    "misspelt names": "The Nuclear Non-Proliferaton Treaty. The Antartic Treaty. ",
    "names misspelt in a row": "the Intermediate-Range Nuclaer Forces Treety ",
    "shared names": "Treaty of Paris ",
    "names in parentheses": "(((INF Treaty))) ",
    "names in open parentheses": "((NPT ",
    "names and commas": "INF Treaty, ",
    "acronyms": "Friendship Treaty of Amity (FTA) ",
    "acronyms of one known": "the Intermediate-Range Nuclear Forces Treaty (INF) ",
    "acronyms that are used": "The Treaty of Amity (TOA) was signed in 1987. TOA expired. ",
    "lists of respective dates": "NPT, INF Treaty and New START were signed in 1968, 1987 and 2010, respectively, and ",
    "respective dates": "NPT, INF Treaty and New START were signed in 1968, 1987 and 2010, respectively. ",
    "no end of clauses": "the INF Treaty was signed in 1987 and ",
    "clauses in clauses": "the pact which it signed when the NPT was ratified by Russia which ",
    "signers": "the NPT was signed by France and Russia and China and ",
    "first states": "NPT France was the first state to ratify the second to sign ",
    "treaties and years": "NPT 1987 1988 1989 1990 ",
    "treaties and dates": "NPT signed 8 December 1987 ",
    "verb, treaty, signer, year": "was signed NPT Reagan 1987 ",
    "decade, verb, signer, treaty": "the 1980s signed which Reagan INF ",
    "events, day, treaty": "signing replaced on Monday NPT ",
    "dates beside references": "last year may to the pact INF to ",
    "pronouns before a treaty": "It was signed in 1987. The NPT. ",
    "lists of states": "US, Russia and France signed NPT in 1987 ",
    "true sentences": "The INF Treaty was signed in 1987. ",
    "false sentences": "The INF Treaty was signed in 1986. ",
    "clauses and semicolons": "NPT was signed in 1968; INF Treaty in 1987; ",
    "limits": "NPT limits 1,550 warheads and 700 missiles and ",
    "bans": "NPT bans nuclear tests and the use of weapons and ",
    "counts": "ratified by 50 states NPT and ",
    "reported claims": '"The NPT was signed," said Putin, ',
    "anniversaries": "the 10th anniversary of the NPT ",
    "pacts of years that name none": "a 1950 treaty. NPT. ",
    "pairs of leaders": "the two leaders signed NPT. Reagan and Gorbachev. ",
    "paragraphs": "NPT signed 1968\n\n",
    "lines": "NPT signed in\n",
    "addresses": "http://a.b/c?d=NPT&",
}


def filled(piece: str) -> Maker:
    """A piece again and again."""
    return lambda characters: (piece * (characters // len(piece) + 1))[:characters]


def opened(piece: str) -> Maker:
    """A piece again and again, behind a sentence on a treaty."""
    return lambda characters: (OPENING + filled(piece)(characters))[:characters]


def between_names(piece: str) -> Maker:
    """A line of a piece again and again, a treaty's name, and so on."""
    return filled(filled(piece)(_A_LINE) + " NPT ")


def _different_acronyms(characters: int) -> str:
    """Treaties that nobody knows, each with an acronym of its own."""
    letters = (f"{chr(65 + number % 26)}{chr(65 + number // 26 % 26)}" for number in count())
    sentences = (f"The {pair[0]}o {pair[1]}a Treaty ({pair}T) was signed in 1987. " for pair in letters)
    return "".join(islice(sentences, characters // 40 + 1))[:characters]


def _categories(characters: int) -> str:
    """Some characters of each category of Unicode."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for code in range(sys.maxunicode + 1):
        some = held[unicodedata.category(chr(code))]
        if len(some) < _OF_A_CATEGORY:
            some.append(chr(code))
    return filled("".join("".join(some) + " NPT was signed in 1968 " for some in held.values()))(characters)


def _nested(characters: int) -> str:
    """Parentheses in parentheses, all closed."""
    depth = (characters - len(OPENING)) // 2
    return OPENING + "(" * depth + ")" * depth


TEXTS: dict[str, tuple[Maker, Format]] = {
    name: (maker, Format.TEXT)
    for name, maker in (
        *((name, opened(piece)) for name, piece in RUNS.items()),
        *((f"{name}, between names", between_names(piece)) for name, piece in RUNS.items()),
        *((name, filled(piece)) for name, piece in NAMED.items()),
        ("different acronyms", _different_acronyms),
        ("all categories of characters", _categories),
        ("nested parentheses", _nested),
    )
}
