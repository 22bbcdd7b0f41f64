"""Treaties that nobody made, with names such as real ones have: as many as wanted, the same at every run.

A treaty follows from its number alone. States are those of the lexicon; places are put together of syllables, so that
none is a real one's by more than chance.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import cache

from treatycheck.mentions.entities import lexicon
from treatycheck.model import Citation, Fact, Treaty

_ONSETS = (
    "Bel Bran Cor Dor Dren El Fal Fen Gar Gol Hal Har Is Jar Kal Kor Lan Lor Mar Mel Nor Or Pel Ros Sal Tor".split()
)
_MIDDLES = "a e i o u an en or ista ava ele imo uri osta andi ela eri opo anto umi".split()
_ENDINGS = "burg by dale ford ham haven holm lund mar mere mont na nia port ra stad ton va ville wick".split()
_SUBJECTS = (
    "Air Services,Animal Health,Border Crossings,Boundary Waters,Cable Laying,Coastal Fisheries,Copyright,Cultural "
    "Exchange,Customs Cooperation,Cyber Crime,Double Taxation,Drug Trafficking,Extradition,Family Allowances,Fishing "
    "Rights,Flood Control,Forest Fires,Hazardous Waste,Industrial Property,Investment Protection,Joint Patrols,Labour "
    "Migration,Legal Assistance,Lighthouses,Maritime Search and Rescue,Meteorology,Military Transit,Mutual "
    "Recognition of Degrees,Navigation,Nuclear Safety,Ocean Dumping,Pension Rights,Pipeline Transit,Plant "
    "Protection,Police Cooperation,Postal Services,Radio Frequencies,Railway Traffic,River Navigation,Road "
    "Transport,Satellite Communications,Seabed Mining,Seed Certification,Social Security,Student Exchange,Telegraph "
    "Lines,Tourism,Trade in Grain,Transfer of Prisoners,Visa Exemption,War Graves,Water Sharing,Weights and "
    "Measures,Whale Sanctuaries,Wildlife Corridors,Youth Mobility"
).split(",")
_KINDS = ("Convention", "Agreement", "Treaty", "Charter", "Pact")
_SOURCE = Citation("Made", "A treaty that nobody made", "https://example.org/made")


@cache
def states() -> tuple[str, ...]:
    """The names of states, in order."""
    names = lexicon().party_names
    return tuple(sorted(name for party, name in names.items() if len(party) <= 3 and name.replace(" ", "").isalpha()))


def place(number: int) -> str:
    """A name such as a town has; the first 10,000 or so are all different."""
    number, onset = divmod(number, len(_ONSETS))
    number, middle = divmod(number, len(_MIDDLES))
    ending = _ENDINGS[number % len(_ENDINGS)]
    further = _MIDDLES[number // len(_ENDINGS) % len(_MIDDLES)] if number >= len(_ENDINGS) else ""
    return f"{_ONSETS[onset]}{_MIDDLES[middle]}{further}{ending}"


def made_treaties(count: int) -> Iterator[Treaty]:
    """So many made treaties, by id."""
    return map(made_treaty, range(count))


def made_treaty(number: int) -> Treaty:
    """The made treaty of a number."""
    chance = random.Random(number)
    make = chance.choices(tuple(_MAKERS), tuple(_MAKERS.values()))[0]
    return make(number, chance)


def _between_two(number: int, chance: random.Random) -> Treaty:
    one, other = chance.sample(states(), 2)
    subject, year, kind = chance.choice(_SUBJECTS), chance.randint(1890, 2020), chance.choice(_KINDS[:3])
    title = f"{kind} between {one} and {other} on {subject}"
    names = (title, f"{one}-{other} {subject} {kind}", f"{year} {one}-{other} {subject} {kind}")
    return _treaty(number, names, f"{title}, done at {place(number)}", "bilateral", subject, year)


def _on_a_subject(number: int, chance: random.Random) -> Treaty:
    subject, scope, year = chance.choice(_SUBJECTS), chance.choice(_SUBJECTS), chance.randint(1890, 2020)
    kind, town = chance.choice(_KINDS), place(number)
    title = f"{town} {kind} on {subject}"
    names = (f"{town} {kind}", title, f"{kind} on {subject} and {scope} of {town}", f"{year} {town} {kind}")
    return _treaty(
        number, names, f"International {kind} on {subject} and {scope} of {town}", "multilateral", subject, year
    )


def _of_a_place(number: int, chance: random.Random) -> Treaty:
    town, year, kind = place(number // 3 * 3), chance.randint(1650, 1950), "Treaty"
    one, other = chance.sample(states(), 2)
    names = (f"Peace of {town} between {one} and {other}", f"{year} Treaty of {town}")
    shared = (f"Treaty of {town}", f"{town} Treaty")
    title = f"{kind} of Peace and Friendship between {one} and {other} of {town}"
    return _treaty(number, names, title, "bilateral", "peace", year, shared, (one.lower(), other.lower()))


def _protocol(number: int, chance: random.Random) -> Treaty:
    town, subject, year = place(number), chance.choice(_SUBJECTS), chance.randint(1950, 2020)
    names = (f"{town} Protocol", f"{town} Protocol on {subject}", f"Additional Protocol of {town} on {subject}")
    title = f"Protocol Additional to the {place(number + 7)} Convention on {subject}, {town}"
    return _treaty(number, names, title, "protocol", subject, year)


def _treaty(
    number: int,
    names: tuple[str, ...],
    title: str,
    kind: str,
    subject: str,
    year: int,
    shared: tuple[str, ...] = (),
    context: tuple[str, ...] = (),
) -> Treaty:
    letters = "".join(word[0] for word in names[-1].split() if word[0].isupper())
    acronyms = (f"{letters}{number % 97}",) if kind == "multilateral" and number % 5 == 0 else ()
    siblings = (f"made-{number - 1:06}",) if number % 4 == 1 else ()
    return Treaty(
        f"made-{number:06}", names[0], title, kind, subject.lower(), year, names, acronyms, shared, context, siblings
    )


_MAKERS: dict[Callable[[int, random.Random], Treaty], int] = {
    _between_two: 45,
    _on_a_subject: 25,
    _of_a_place: 12,
    _protocol: 18,
}


def made_facts(treaty: Treaty) -> tuple[Fact, ...]:
    """When a made treaty was signed and took effect."""
    chance = random.Random(treaty.id)
    signed = f"{treaty.year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    effect = f"{treaty.year + 1}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    told = {"signed": signed, "entered_into_force": effect}
    return tuple(
        Fact(f"{treaty.id}/{relation}", treaty.id, relation, (value,), (_SOURCE,)) for relation, value in told.items()
    )
