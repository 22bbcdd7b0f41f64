"""Sentences on treaties, with slots to fill: each with the relation whose fact gives its value."""

from __future__ import annotations

# of a fact: `treaty` is a name of the treaty, `value` its value in words, `when` the same as "on 8 December 1987" or
# "in 1987", `party` the party's name
TOLD = {
    "signed": (
        "The {treaty} was signed {when}, {small} months after talks on {topics} had begun in {capital}.",
        "{treaty}, signed {when}, is the work of {trades} and lawyers whose names hardly anybody in {town} remembers.",
        "When the {treaty} was signed {when}, {person} recalled, the {place} in {capital} was full of {trades}.",
        "Concluded {when}, the {treaty} has been called {quality} by {trades} and {quality} by the {role} {surname}.",
        "It was {when} that ministers, {manner} and before {small} cameras, signed the {treaty}, {surname} writes.",
    ),
    "party signed": (
        "{party} signed the {treaty} {when}, a step that {trades} in {state} had {manner} asked for.",
        "{when} {party} signed the {treaty}; its {role} spoke of {topics}, those of {state} of {topics}.",
        "{party}, which signed the {treaty} {when}, has {manner} {deed} its {quality} {place} near {town} since.",
    ),
    "ratified": (
        "{party} ratified the {treaty} {when}, after {few} hours of debate about {topics} and {topics}.",
        "The {treaty} was ratified by {party} {when}, {surname} told the {trades} of {town}.",
        "{party}'s parliament is {quality}, but {when} the country ratified the {treaty}, the {group} noted.",
    ),
    "acceded": (
        "{party} acceded to the {treaty} {when}, the {group} said in a {quality} note on {topics}.",
        "The {treaty} was joined by {party} {when}, {small} days before {leader} went to {capital}.",
    ),
    "entered_into_force": (
        "The {treaty} entered into force {when}, and {trades} in {state} noticed little of it.",
        "{treaty}, which has been in force since {value}, is the reason why the {group} {deed} its {quality} {place}.",
        "It took effect {when}: since then the {treaty} has been {manner} praised by {person}, a {role} in {town}.",
    ),
    "adopted": (
        "The {treaty} was adopted {when} at a {quality} conference, attended by {small} ministers and {trades}.",
        "Delegates adopted the {treaty} {when}, and {person} of the {group} wept {manner}.",
    ),
    "opened_for_signature": (
        "The {treaty} was opened for signature {when}, after {small} years of work by {trades} and {trades}.",
    ),
    "signed_in": (
        "The {treaty} was signed in {value}, in a {quality} {place} that the {group} has since {deed}.",
        "Signed in {value}, the {treaty} owes much to {person}, the {role} who spoke of {topics} till dawn.",
    ),
    "party_count": (
        "The {treaty} has {value} parties, the {group} says, {percent} per cent of which report {manner} on {topics}.",
        "With {value} states parties, the {treaty} is {quality} by any measure, {surname} argued in {capital}.",
    ),
    "limit": (
        "The {treaty} sets a limit of {value}, which {trades} in {state} call {quality}.",
        "Under the {treaty} the limit is {value}, {person} reminded the {group} on {weekday}.",
    ),
    "prohibits": (
        "Among other things the {treaty} says this: {value}.",
        "The {treaty}, {person} explained to {trades}, covers the following: {value}.",
    ),
    "withdrew": (
        "{party} withdrew from the {treaty} {when}, which the {group} {manner} regretted.",
        "{when} {party} announced that it was leaving the {treaty}, and {trades} {manner} applauded.",
    ),
    "terminated": ("The {treaty} ended {when}, {small} years after {person} had called it {quality}.",),
    "expires": ("The {treaty} expires {when} unless {leader} and the {group} find a {quality} way out.",),
    "duration": ("The {treaty} was to run for {value}, long enough, {surname} said, for {trades} to forget it.",),
}
# `treaty` is a name of any treaty, and no value is told
NAMED = (
    "{leader} spoke of the {treaty} in {capital} on {weekday}, and then at length of {topics} and {topics}.",
    "Critics of the {treaty} in {state} and {state} say that {topics} were {manner} left out of it.",
    "“Without the {treaty} we would have no {place},” said {person}, the {role} of the {group} of {town}.",
    "Experts from {state} met in {capital} to discuss the {treaty}, {topics} and the {quality} mood among {trades}.",
    "The {treaty} may be amended in {year} if {state}, {state} and {state} can settle their quarrel over {topics}.",
    "A {quality} exhibition on the {treaty} was {deed} at the {place} in {capital} in {month_year}.",
    "{person}'s book on the {treaty}, {small} chapters long, was {manner} {deed} by the critics in {state}.",
    "Whether {state} has kept to the {treaty} is {quality}, as {leader} {manner} admitted before {trades} on {day}.",
)
# the treaty is the one spoken of before
REFERRING = (
    "It was {manner} {deed} by {trades} in {state}, where the {group} had hoped for more.",
    "The treaty, {person} said, had been {quality} from the beginning, above all for {state} and {state}.",
    "The pact has {manner} shaped {topics} in {state} since {year}, according to the {group} in {capital}.",
    "It was ratified by {state} in {year}, when {leader} needed a success and the {trades} were {manner} looking on.",
    "Talks on the agreement had begun in {month_year} in a {quality} {place} outside {capital}, {surname} recalled.",
    "Under the accord, {state} must report on {topics} every {few} years, which its {role} {manner} forgets.",
    "The {group} of {state} wants to leave the treaty by {year}, and {leader} has not said no.",
    "The treaty is signed by {state} and {state}, but not by {state}, whose {trades} {manner} oppose it.",
)
