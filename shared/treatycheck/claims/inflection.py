"""English verbs to their forms, so that data lists each verb once."""

from __future__ import annotations

from enum import Enum

VOWELS = "aeiou"
_IRREGULAR = {
    "be": ("was", "been"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bind": ("bound", "bound"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "come": ("came", "come"),
    "cut": ("cut", "cut"),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "fall": ("fell", "fallen"),
    "forbid": ("forbade", "forbidden"),
    "freeze": ("froze", "frozen"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "have": ("had", "had"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "rejoin": ("rejoined", "rejoined"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "set": ("set", "set"),
    "stand": ("stood", "stood"),
    "strike": ("struck", "struck"),
    "take": ("took", "taken"),
    "tear": ("tore", "torn"),
    "throw": ("threw", "thrown"),
    "wind": ("wound", "wound"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}
_DOUBLING = frozenset(
    "admit allot annul ban bar begin cap commit compel concur confer cut drop equip expel forbid get occur omit permit "
    "plan put quit refer run scrap set ship slip step stop strip submit transfer transmit trim win".split()
)
# with one l in America, with two in Britain
_SOMETIMES_DOUBLING = frozenset("cancel initial unravel label signal total travel".split())


class Form(Enum):
    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    PAST_OR_PARTICIPLE = "past or participle"
    GERUND = "gerund"


def _present(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in _DOUBLING else "") + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith("ee") and verb != "be":
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLING else "") + "ing"


def inflect(verb: str) -> dict[str, Form]:
    """A verb's base form to all its forms."""
    forms = {verb: Form.BASE, _present(verb): Form.PRESENT, _gerund(verb): Form.GERUND}
    past, participle = _IRREGULAR.get(verb, (_regular_past(verb), ""))
    if participle and participle != past:
        forms.update({past: Form.PAST, participle: Form.PARTICIPLE})
    else:
        forms[past] = Form.PAST_OR_PARTICIPLE
    if verb in _SOMETIMES_DOUBLING:
        forms.update({f"{verb}{verb[-1]}ed": Form.PAST_OR_PARTICIPLE, f"{verb}{verb[-1]}ing": Form.GERUND})
    if verb == "be":
        forms.update({"is": Form.PRESENT, "are": Form.PRESENT, "were": Form.PAST})
    return forms
