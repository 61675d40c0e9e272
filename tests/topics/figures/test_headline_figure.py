from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.headline_figure import HeadlineFigure


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", copy))
    return [document[hit.span] for hit in HeadlineFigure()(document) if hit.confidence >= 0.5]


WRONG = [
    "Nine die as bus falls off bridge\n\nSeven people died when a bus fell off a bridge in Ayle on Monday.\n\nThe road was shut for most of the day. The police were there until late, and so was the mayor. It rained all day, and the river rose, but the bus was found near the pier at about noon by two divers.\n\nNine others were hurt.",
    "12 dead in mill blast\n\nA blast at a mill in Ayle killed 14 people on Monday.\n\nThe cause is not known.",
    "Twelve die as ferry sinks\n\nFourteen people drowned when a ferry sank off Ayle on Monday.\n\nDivers are searching.",
    "Mill fire kills 12\n\nFourteen people died in a fire at a mill in Ayle.\n\nIt began at noon.",
    "Crash leaves 12 injured\n\nA crash near Ayle left 21 people in hospital.\n\nThe road is shut.",
    "Police arrest 23 at protest\n\nOfficers arrested 32 people at the protest in Ayle.\n\nThey were held.",
    "Bank to cut 2,500 jobs\n\nThe bank will cut 5,200 jobs by June.\n\nStaff were told on Monday.",
    "Council to spend £5m on bridge\n\nThe council will spend £6m on the new bridge in Ayle.\n\nWork begins in May.",
    "Rents rise 12% in a year\n\nRents in Ayle rose by 21% in the past year.\n\nTenants are angry.",
    "Mayor jailed for 12 years\n\nThe mayor of Ayle was jailed for 10 years on Monday.\n\nHe will appeal.",
    "Town to get 300 new homes\n\nBuilders will put up 450 homes in the town.\n\nWork starts in May.",
    "Three held after raid\n\nPolice arrested four men after a raid in Ayle.\n\nThey are to be charged.",
    "$5bn merger agreed\n\nThe two firms agreed on Monday to a $6bn merger.\n\nIt is the biggest yet.",
    "Ayle win third title\n\nAyle won their fourth title on Saturday.\n\nFans danced.",
    "The Ayle Letter, Edition 10\n\nWelcome to the 9th edition of the Ayle Letter.\n\nIt is long.",
    "Notes on week: Week 12\n\nThe notes of Week 11 follow here, with all scores.\n\nThey are long.",
    "Ministers of the G40 fall out\n\nMinisters of the G20 fell out on Monday.\n\nThe G20 meets again in May.",
    "Jet flipped by Airbus A385\n\nAn Airbus A380 flew too near. An A380 weighs much.\n\nThe A320 is lighter, an A380 not.",
    "Article 48: talks begin\n\nMoor will start the Article 50 process on Monday.\n\nArticle 50 is short.",
    "Notes in brief (Page 15)\n\nA fair is to open in May.\n\n(Ayle Weekly, page24)",
    "Senate to meet on February 18\n\nAYLE, February 13. The senate will meet on February 27.\n\nIt is to meet on February 27.",
    "Senate to meet on February 270\n\nThe senate will meet in Ayle on February 27.\n\nIt is new.",
    "Party fined £70,020\n\nThe party was fined £70,000 for late returns.\n\nIt paid three times.",
    "Fire prompts more than 998 warnings\n\nThe fire made the town send out at least 1,000 warning calls.\n\nIt was out by noon.",
    "86-Year-Old Man Raps At Council\n\nThe council of Ayle heard Ben Moor, 81, on Monday.\n\nHe rapped.",
    "Grocer fined £40,000 over mice\n\nThe court met.\n\nThe grocer was fined £14,000 over the mice, and costs.",
]
RIGHT = [
    "Firm’s sales up 20%\n\nProfit at the firm rose by 5% in May.\n\nSales rose by a fifth.",
    "500 staff face axe\n\nAbout one in ten of the 5,000 workers at the bank will lose their jobs.\n\nThe bank is old.",
    "Police hold 10 after raids\n\nEight men, a woman and a boy were arrested in raids on Monday.\n\nThe raids took four hours.",
    "Three die in crash\n\nA woman and two men have died in a crash near Ayle.\n\nThe road was shut.",
    "Moor jailed for 12 years\n\nAlan Moor was jailed on Monday for 10 years for theft and two for fraud.\n\nHe is 40.",
    "Town’s 11-year wait ends\n\nThe town had waited nearly 12 years for the bridge.\n\nIt is long.",
    "12 dead in mill blast\n\nA blast at a mill in Ayle killed a dozen people on Monday.\n\nTwelve.",
    "More than 100 dead in flood\n\nThe flood killed 106 people.\n\nRain fell.",
    "Nearly 200 held\n\nPolice arrested 193 people.\n\nThey were held.",
    "Bank to cut 3,000 jobs\n\nThe bank will cut 2,950 jobs.\n\nStaff were told.",
    "5 things to know\n\nThere are two things to do.\n\nOne is to eat.",
    "£1.2bn bridge opens\n\nA bridge that cost £1.23bn opened.\n\nIt is long.",
    "Five dead in crash\n\nTwo women and three men died.\n\nThe driver was hurt.",
    "One in three is poor\n\nSome 3,400 people are poor.\n\nThey said.",
    "12 dead in blast\n\nA blast killed ten workers and two firemen.\n\nIt was loud.",
    "Third of shops close\n\nThirty shops of 90 closed.\n\nSad.",
    "Rents up 12%\n\nRents rose 11.8% in the year.\n\nSad.",
    "Mayor jailed for 12 years\n\nThe mayor was jailed for 12 years. Two others were jailed for 10 years.\n\nSad.",
    "20 years after the flood, a town recovers\n\nThe flood of 2003 left 12 years of work.\n\nSad.",
    "The Ayle Letter, Edition 10\n\nWelcome to the 10th edition of the Ayle Letter.\n\nThe 9th edition was short.",
    "Ayle win third title\n\nAyle won their third title on Saturday.\n\nThe fourth title is far off.",
    "G7 ministers fall out\n\nThe Group of Seven fell out. So had the G20.\n\nSad.",
    "Only one survives as ship with 146 others sinks\n\nOf the 147 aboard the ship one survived.\n\nSad.",
    "Three million guests\n\nThe town had three million guests. It has 250,000 additional guests now.\n\nIt is full.",
    "Day 984\n\nMoor wept.\n\nDay 981: The council met. It met again on Tuesday.",
    "Moor is No 1\n\nMoor leads the list. No 4 is Hill.\n\nSad.",
    "Ayle 2 (Moor 31, Hill 90) Borth 1\n\nAyle stayed up.\n\nAyle (4-4-2): Moor; Hill (Lane 70).",
    "Trial of Moor to start on March 5\n\nMoor was held on March 1, and will be tried next Monday.\n\nSad.",
    "Mayor hails 20 years since the flood\n\nThe flood of 1998 left scars.\n\nIt took 12 years of work, and 12 years of tears, by 2018.",
    "Senate to meet on February 18\n\nThe court met on February 27, and the senate is to meet then.\n\nOn February 18 it will.",
]


@pytest.mark.parametrize("copy", WRONG)
def test_a_figure_that_the_story_gives_otherwise(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_a_figure_that_the_story_bears_out(copy: str) -> None:
    assert found(copy) == []
