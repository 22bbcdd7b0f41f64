"""Words that say the same of a treaty's contents, by the group that they stand for."""

from __future__ import annotations

# each group begins with the word that stands for it
_GROUPS = """
defense defence defences defenses
weapon weapons weaponry arms armament armaments arsenal arsenals munition munitions
test tests tested testing explosion explosions detonation detonations exploding
land ground
mine mines landmine landmines
category categories class classes kind kinds type types
production produce producing produced produces manufacture manufacturing making building build built construct
production construction constructing
use using used employ employment
development develop developing
stockpile stockpiles stockpiling stocks
cede cedes ceded ceding cession surrender surrendered relinquish relinquished yield yielded
cede handed hand transferred transfer
renounce renounces renounced renunciation renouncing forswear forswore abandon abandoned
recognise recognize recognized recognizes recognised recognition recognizing acknowledge acknowledged
independence independent
protect protection protects safeguard safeguards preserve preservation conserve conservation
eliminate elimination abolish abolition abolished scrap scrapped scrapping remove removal
destroy destruction dismantle dismantling dismantled
prohibit prohibition ban banned bans banning outlaw outlaws outlawed outlawing forbid forbids forbade forbidden bar bars
reduce reduction reductions cut cuts cutting lower lowering shrink curb curbing slash
limit limitation limitations limits limited cap caps capped ceiling ceilings restrict restriction restrictions
withdraw withdrawal withdrew evacuate evacuation pull quit leave leaves
divide division partition split carve divided
border borders boundary boundaries frontier frontiers line
inspection inspections inspect inspectors inspector inspectorate verify verification monitoring
trade commerce trading
ship ships warship warships vessel vessels navy naval fleet
tariff tariffs duty duties
colony colonies colonial
troops troop army armies soldiers forces force
prisoner prisoners captive captives pow pows
right rights entitle entitles
freedom free freely
peaceful peace peacefully
self-rule self-government autonomy autonomous
fort forts post posts fortress
creation create creates created creating establish establishment established establishes found founded
seabed ocean-floor
bacteriological biological germ
poisonous poison toxic toxins
pay paid payment pays
reparation reparations indemnity compensation compensate
sovereign sovereignty
citizen citizens nationals
settle settlement resolve resolution
permit permits permitted allow allows allowed let lets authorise authorised authorize authorized enable enables
nonproliferation proliferation spread
aid assistance help helping assist
emission emissions output discharge discharges release releases
climate warming
consent permission approval
inviolable inviolability
fortify remilitarise remilitarize fortification fortifications refortification refortify
refuse deny denied denies denial
waste rubbish scrap
book books
border crossborder transboundary cross-border
award awards awarded awarding
sanction sanctions embargo
place places placing placed install installing installed station stationing stationed deploy deploying deployed
place deployment emplace emplacement put puts putting
environment environmental
tax taxes taxation
war wars hostilities warfare
child children
woman women female
open opens opened opening
cooperation cooperate co-operation
refugee refugees
consult consultation consultations
torture torturing
return returns returned restitution restore restored restoration
control controls controlled
missile missiles rocket rockets
aircraft aeroplanes airplanes plane planes
publish publication
fish fishing fisheries fishery
hunt hunting
territory territories territorial
treat treatment
acquire acquiring acquired acquisition obtain
possess possessing possession
negotiate negotiating negotiations
warning warnings
share sharing shared
phase-out phaseout
abide
"""


def _by_word() -> dict[str, str]:
    words: dict[str, str] = {}
    for line in _GROUPS.strip().splitlines():
        first, *others = line.split()
        for word in others:
            words.setdefault(word, first)
    return words


SYNONYMS = _by_word()
