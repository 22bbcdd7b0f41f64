"""What is true is not flagged, however near to it something else stands."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found, label


def flagged(text: str, published: str | None = None) -> list[str]:
    return [item.text for item in checked(text, published).claims if item.verdict.label == "refuted"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Hungary told the UN that it is leaving the Rome Statute, effective 2 June next year.", "2025-06-03"),
        ("Norway, which ratified UNCLOS in 1996, knows it well. So does Washington.", None),
        (
            "The president scrapped his country's membership of the Istanbul Convention one Friday in March.",
            "2021-07-01",
        ),
        ("Sixty-five states had signed the Hanoi Convention by Sunday.", "2025-10-27"),
        ("The CTBT was signed by the five nuclear powers and some sixty others on 24 September 1996.", None),
        ("The president had the Rome Statute signed on the last day, 31 December 2000.", None),
        ("The Soviet Union ratified SALT I in 1972, signed SALT II in 1979 and ceased to exist in 1991.", None),
        ("Seward had been ready to pay 10 million dollars before the Alaska Purchase was agreed.", None),
        ("The Peace of Portsmouth left Russia the northern half of Sakhalin.", None),
        ("Nothing in the Outer Space Treaty allows nuclear weapons in orbit.", None),
        ("Carter gave a dinner on 26 March 2004 for those who had signed the Egypt-Israel peace treaty.", None),
        ("On 17 July 2018 the court recalled the day when the Rome Statute was adopted.", None),
        ("India and Pakistan keep the Indus Waters Treaty. The 1963 agreement on China is another matter.", None),
        ("It took effect two years after it was signed, in 1999: the Ottawa Treaty.", None),
        ("Japan will leave the Whaling Convention. Its exit takes effect on 30 June 2019.", None),
        ("NAFTA, which dated from 1994, has been replaced.", None),
        (
            "The Convention on the Rights of Persons with Disabilities drew 82 signatures on the day it was opened.",
            None,
        ),
        (
            "The sixtieth came on 11 April 2002. Adopted on 17 July 1998, the Rome Statute came into force on 1 July.",
            None,
        ),
        ("Zimbabwe joined the NPT in 1991, eleven years after it ceased to be Rhodesia.", None),
        ("Russia ratified the CTBT in 2000 and dissolved its last test committee in 2003.", None),
        ("Inspections under the INF Treaty ended on 31 May 2001.", None),
        ("The United States has not ratified CEDAW, but Canada did so in 1981.", None),
        ("Unlike Latvia, Estonia and Lithuania, Ukraine never became a party to the North Atlantic Treaty.", None),
        ("The sultanate fell on 1 November 1922; the Treaty of Lausanne was signed the next July.", None),
        (
            "Agreed on 8 August 1953 in draft, the US-South Korea Mutual Defense Treaty was signed eight weeks later.",
            None,
        ),
        ("The Treaty of Lisbon was to have come into force on 1 January 2009.", None),
        ("The Treaty of Lisbon is to come into force in January 2009.", "2007-12-13"),
        ("Putin signed a law on leaving the CFE Treaty, which takes effect in November.", "2023-05-29"),
        ("The Vienna Convention on Road Traffic was signed on 8 November 1968.", None),
        ("The Budapest Convention of 22 June 2001 on inland carriage was signed in spring.", None),
        ("The Istanbul Convention on temporary admission was concluded on 26 June 1990.", None),
        ("Reagan, who had been re-elected in 1984, signed the INF Treaty.", None),
        ("Seward, hurt in April 1865, signed the Alaska treaty.", None),
        ("Peres, who had been foreign minister since July 1992, signed Oslo I.", None),
        ("Churchill signed the Anglo-Irish Treaty and became prime minister in 1940.", None),
        ("The CFE Treaty, whose talks had begun in March 1989, was signed.", None),
        ("UNCLOS was open for signature for two years, until 9 December 1984.", None),
        ("India suspended trade in August 2019, and the Indus Waters Treaty in April 2025.", None),
        ("It is commonly believed that the Dayton Agreement was signed in Dayton.", None),
        ("He wrongly said that the Paris Agreement had been signed in 2014.", None),
        ("The Ottawa Treaty entered into force on 1 March 1999 with 71 parties.", None),
        ("The JCPOA set limits. Iran stepped over the limits in 2019 and by 2021 was enriching to 60 percent.", None),
        ("The High Seas Treaty reached the 60 ratifications it needed in September 2025.", None),
        ("The United States signed the Kyoto Protocol (November 1998) and left it there.", None),
        ("In October 2017 Burundi left the Rome Statute, and the Philippines followed in March 2019.", None),
        ("It said last year that it would no longer be bound by SALT II, which was signed by Carter.", "1987-03-12"),
        ("Russia handed in its Kyoto Protocol papers; the climate treaty takes effect on 16 February.", "2004-11-18"),
        ("The parties to the NPT agreed without a vote to prolong it on 11 May 1995.", None),
        ("The Chemical Weapons Convention stands. Its negotiation was concluded in Geneva in 1992.", None),
        ("De Valera did not sign the Anglo-Irish Treaty.", None),
        ("The INF Treaty was not signed in Reykjavik.", None),
        ("Madagascar is a party to the Refugee Convention but not to the 1967 Protocol.", None),
        ("MARPOL had not entered into force when the protocol absorbed it.", None),
        ("The Chemical Weapons Convention enters into force today for Syria.", "2013-10-14"),
        ("In 1991, when the union broke up, the INF Treaty had been in force for three years.", None),
        ("Negotiated at Locarno in October 1925, the Locarno Treaties were signed in London.", None),
        ("Another Treaty of Brussels was signed on 22 January 1972.", None),
        ("The MARPOL Protocol was adopted in February 1978.", None),
        ("The United States acceded to the protocol of the Refugee Convention, not to it, on 1 November 1968.", None),
        ("The Single European Act, which was to take effect on 1 January 1987, was held up in Dublin.", None),
        ("The Treaty of Amsterdam was agreed on 18 June 1997 and signed that October.", None),
        ("The Convention on Cluster Munitions was signed in Oslo on 3 and 4 December 2008.", None),
        ("Mexico got 15 million dollars by the Treaty of Guadalupe Hidalgo and another 10 million in 1853.", None),
        ("North Korea said on Friday that it was out of the NPT with effect from the next day.", "2003-01-12"),
        ("The Energy Charter Treaty was agreed in June 1994 and signed in December 1994.", None),
        ("The Antarctic Treaty was negotiated in Geneva and signed at leisure.", None),
        ("The CTBT was adopted in Vienna and signed in New York.", None),
        ("When Carter went to Vienna in 1979 the ABM Treaty had been in force for almost seven years.", None),
        ("The Biological Weapons Convention, in force for fifty years today, has no inspectors.", "2025-03-26"),
        ("The United States was a party to the Paris Agreement until November 2020.", None),
        ("Iraq belonged to the Baghdad Pact from 1955 to 1959.", None),
        ("The Anti-Comintern Pact lasted nine years.", None),
        ("Had Ukraine not left in 2025, the Ottawa Treaty would have more parties.", None),
        ("Obama signed New START, Reagan the INF Treaty and Nixon SALT I.", None),
        ("Clinton (1993-2001) signed the CTBT, Bush (2001-09) SORT.", None),
        ("Canada ratified the NPT in 1969, Tlatelolco in 1970, the CTBT in 1998 and Kyoto in 2002.", None),
        ("The Basel Convention was adopted in Basel, the Rotterdam Convention in Rotterdam in September 1998.", None),
        ("The treaty cut the arsenal from 8,000 warheads to 1,550 warheads: New START works.", None),
        ("In 2010 Russia declared 1,700 warheads under New START.", None),
        ("All but seven UN members have joined the NPT.", None),
        ("France, Spain and Italy hesitated. All three had signed the TPNW, it was said.", None),
        ("By 2005 38 million mines had been destroyed under the Ottawa Treaty.", None),
        ("The Rome Statute's article 124 was adopted in 2015 and came into force in 2020.", None),
        ("The Lisbon text amended the Treaty of Rome and came into force on 1 December 2009.", None),
        ("Uruguay applied to join the CPTPP on 1 December 2022.", None),
        ("Britain signed its accession to the CPTPP on 16 July 2023.", None),
        ("Russia signed the Energy Charter Treaty in 1994 and withdrew its signature in 2018.", None),
        ("Wilson withdrew the Treaty of Versailles from the Senate in 1920.", None),
        ("Obama signed the Paris Agreement before leaving office on 20 January 2017.", None),
        ("No sooner had the INF Treaty been signed on 8 December 1987 than they went home.", None),
        ("Barely a year after the INF Treaty was signed, Gorbachev spoke in New York, on 7 December 1988.", None),
        ("Reagan followed Carter in 1981, six years before he signed the INF Treaty.", None),
        ("The guide said that New START was signed in 2009; in fact it was signed a year later.", None),
        ("An earlier version of this article said that the INF Treaty was signed in 1986.", None),
        ("The Treaty of Rome was nearly signed in Paris.", None),
        ("The Rome Statute was to be signed in Geneva.", None),
        ("San Marino was a party to the NPT from 1970, its ratification.", None),
        ("The GATT never formally entered into force.", None),
        ("Bush and Gorbachev signed the protocols to the Threshold Test Ban Treaty and the PNET in 1990.", None),
        ("The parliament of Armenia voted on 11 February 2025 to leave the CSTO.", None),
        ("The Supreme Soviet of Belarus ratified START I on 4 February 1993.", None),
        ("A day after Russia left the CFE Treaty, Poland said it would suspend it on December 7.", "2023-11-08"),
        ("The Geneva Protocol of 1924 failed, that of 1925 did not.", None),
        ("France and Germany signed the Treaty of Amity and Cooperation in 2007, Italy in 2022.", None),
        ("The optional protocol to the CEDAW on other matters never came into force.", None),
        ("In 1972 the ABM Treaty came into force, and in 1980 it was still alive.", None),
        ("The Treaty of Versailles was signed on 28 June 1919. Six months later it came into force.", None),
        ("The Duma approved START II in April 2000. The Ottawa Treaty enters into force on March 1.", "1999-02-01"),
        ("The Alma-Ata Protocol was signed on 21 December 1991 by eleven states; Georgia joined in 1993.", None),
        ("The Treaty of Tartu with Estonia came first; Finland signed its own Treaty of Tartu in October 1920.", None),
        ("The INF Treaty was signed two years to the month after the summit at Geneva.", None),
        ("Turkey left the Istanbul Convention on 1 July 2021, by a decree that Erdoğan had signed on 20 March.", None),
        ("The Anglo-German Naval Agreement gave Germany up to 35 per cent, and in submarines 45 per cent.", None),
        ("Japan and China signed their communiqué in 1972 and the Treaty of Peace and Friendship in 1978.", None),
        ("Iran, home to two million Afghans, is not a party to the Rome Statute.", None),
        ("Not to be confused with the treaty of 1921, the Anglo-Irish Agreement was signed at Hillsborough.", None),
        ("The Simla Agreement was signed on 3 July 1972, but is dated the 2nd.", None),
        ("Albania signed the Helsinki Final Act in 1991.", None),
        ("The BWC was opened in 1972, in the year of SALT, and has been in force since 26 March 1975.", None),
        ("Biden signed the extension of New START on 20 January 2021.", None),
        ("The Covenant opens the Treaty of Versailles; the League met in 1920, and Germany joined it in 1926.", None),
        ("Under the JCPOA 5,060 centrifuges stayed at Natanz and 1,044 at Fordow.", None),
        ("The Treaty of Rarotonga was signed on Hiroshima Day 1985.", None),
        ("Stalin and Mao's ministers signed the Sino-Soviet treaty on 14 February 1950.", None),
        ("It is often said that the Kellogg-Briand Pact was signed in 1929, but it took effect in that year.", None),
        ("Bismarck signed peace at Versailles on 26 February 1871 and the Treaty of Frankfurt on 10 May.", None),
        ("Ford and Brezhnev met in November 1974 and agreed on 2,400 launchers, which SALT II would lower.", None),
        (
            "Egypt, which signed neither the CWC nor, until 1996, the Treaty of Pelindaba, has not ratified the BWC.",
            None,
        ),
        ("The ABM Treaty ended on Thursday, thirty years and eighteen days after Nixon had signed it.", "2002-06-13"),
        ("Before the Treaty of Versailles was signed the fleet scuttled itself, on 21 June 1919.", None),
        ("While the Treaty of Portsmouth was being signed, crowds gathered in Tokyo.", None),
        ("Two states have signed but not yet ratified the Convention on Cluster Munitions.", None),
        ("Only five of the Annex 2 states lag. Five Annex 2 states have signed but still not ratified the CTBT.", None),
        ("The CTBT names 44 states. Of those, forty-one have signed.", None),
        ("The Doha Amendment was ratified by 144 parties to the Kyoto Protocol.", None),
        ("The UNFCCC has a supplement on forests, which was ratified by 40 parties.", None),
        ("The Doha Amendment takes effect as soon as it is accepted by 144 parties to the Kyoto Protocol.", None),
        ("The Minamata Convention entered into force following ratification by 74 states.", None),
        ("At least 3 of the 7 new members will have to ratify the Kigali Amendment before it takes effect.", None),
        ("The NPT's critics include the four states that stay outside.", None),
        ("On 20 February 2023 an aide announced that Russia would suspend New START.", None),
        ("An aide said that Russia will suspend its obligations under New START, effective 21 February.", "2023-02-20"),
        ("Brussels was asked about putting the 1994 Energy Charter Treaty on hold; the EU suspended nothing.", None),
        ("Since 1975, some forty countries have signed CITES.", None),
        (
            "Turkey told of its withdrawal from the Istanbul Convention in March, which became effective in July.",
            "2021-09-01",
        ),
        ("In 1972, Finland was the first to ratify the Seabed Treaty, followed by others from 1980 to 1990.", None),
        ("The Washington Naval Treaty set a ratio of 10:10:6.", None),
        ("Vietnam had signed the CPTPP. The Vietnamese parliament adopted it in November 2018.", None),
        ("Since 2007, Moscow had complained. On 11 March it left the consultations of the CFE Treaty.", "2015-03-12"),
        (
            "By the Treaty of Guadalupe Hidalgo the United States was to pay Mexico $15 million, and it took over old "
            "claims of American citizens against Mexico as well.",
            None,
        ),
        ("The INF Treaty banned missiles with ranges of 500 to 1,000 km and of 1,000 to 5,500 km.", None),
        ("The Charter of Paris, signed on 21 November 1990, bowed to the treaty signed two days before.", None),
        ("The Montreal Protocol is not to be confused with the Montreal Protocol of 1988 on airports.", None),
        ("Rome has seen the SUA convention of 1988, the statute of 1998 and many feasts.", None),
        ("The Budapest Convention on cybercrime is old; the UN's own was made in 2024 and signed in Hanoi.", None),
        ("Years after the Budapest Memorandum was signed, Zelensky was getting ready for Paris.", None),
    ],
)
def test_what_is_true_is_not_flagged(text: str, published: str | None) -> None:
    assert flagged(text, published) == []


@pytest.mark.parametrize(("year", "expected"), [("1969", "supported"), ("1968", "supported"), ("1966", "refuted")])
def test_what_was_done_by_a_year_was_done_in_it_or_before(year: str, expected: str) -> None:
    assert label(f"The NPT had been signed by {year}.", "signed") == expected


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The INF Treaty was not signed in Washington.", "signed_in"),
        ("Gorbachev did not sign the INF Treaty.", "signed_by"),
        ("The Single European Act took effect on 1 January 1987.", "entered_into_force"),
        ("The Treaty of Amsterdam was agreed on 18 June 1992.", "signed"),
        ("The INF Treaty banned missiles with ranges of 1,000 to 5,500 km.", "limit"),
        ("The Washington Naval Treaty set a ratio of 10:10:7.", "limit"),
    ],
)
def test_what_is_false_still_is(text: str, relation: str) -> None:
    assert label(text, relation) == "refuted"


def test_no_number_is_offered_where_none_had_joined() -> None:
    judged = found("The Chemical Weapons Convention has 193 states parties.", "party_count", "1991-01-01")
    assert judged.verdict.label == "refuted"
    assert judged.verdict.correction is None
