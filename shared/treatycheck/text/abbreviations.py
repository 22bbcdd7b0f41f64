"""Abbreviations that are written with a stop, as sets of words without it."""

from __future__ import annotations

from treatycheck.text.words import word_set

TITLES = word_set(
    "Adm Amb Atty Brig Capt Cmdr Col Cpl Dr Drs Fr Ft Gen Gov Hon Lt Maj Messrs Mr Mrs Ms Mt Pfc Pres Prof Pvt Rep "
    "Reps Rev Sen Sens Sgt Ste Supt"
)
MONTHS = word_set("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
OTHERS = word_set(
    "Ala Ariz Ark Assn Ave Blvd Bros Calif Co Colo Conn Corp Dept Esq Fla Fri Inc Jr Kan Ky Ltd Mass Md Mich Minn Mont "
    "Neb Nev Okla Ore Ph.D Rd Sr St Tenn Tex Thurs Tues Univ Va Vt Wed Wis Wyo al approx dept est etc viz vs cf"
)
BEFORE_NUMBERS = word_set(
    "Annex Art Arts Ch Chap No Nos Par Para Paras Pt Res Sec Vol art arts c ca ch chap circa fig no nos p par para "
    "paras pp sec vol"
)
OPENERS = word_set(
    "a after all although an and as at but by despite during for from he her here his how however i if in it its many "
    "meanwhile moreover most nevertheless now on once one others she since so some such that the their then there "
    "these they this those though to today under until we what when where which while who with yet you"
)
