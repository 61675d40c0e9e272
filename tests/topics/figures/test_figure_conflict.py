from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.figure_conflict import FigureConflict


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in FigureConflict()(document) if hit.confidence >= 0.5]


WRONG = [
    "Six children were on board the ferry when it sank.\n\nWhen it sank, eight children were on board the ferry.",
    "The storm damaged 48 houses in Ayle.\n\nIn Ayle the storm damaged 62 houses.",
    "The company employs 1,200 workers in Ayle.\n\nThe company employs 1,500 workers in Ayle, its managers said.",
    "The company employs 1,200 workers.\n\nThe company's 1,500 workers were told on Friday.",
    "The blast killed 12 people.\n\nAll 14 people killed lived in Ayle.",
    "The blast killed 12 people.\n\nRelatives of the 14 victims spoke on Friday.",
    "Twelve people were killed when the bus left the road near Ayle.\n\nThe bus left the road near Ayle, killing 14 people.",
    "Police arrested 23 protesters outside the bank.\n\nThe 32 protesters were held overnight.",
    "A total of 23 people were arrested.\n\nThe 32 arrests came after a long night.",
    "The council will spend £5m on the new bridge.\n\nThe council will spend £6m on the new bridge.",
    "The bridge cost £5.2 million to build.\n\nThe bridge cost £2.5 million to build.",
    "The play runs for 90 minutes without a break.\n\nThe play, without a break, runs for 80 minutes.",
    "Some 45% of voters backed the plan in May.\n\nIn May 54% of voters backed the plan.",
    "The ship carried 300 passengers and 40 crew.\n\nThe ship carried 330 passengers and 40 crew.",
    "The school has 450 pupils.\n\nThe 540 pupils of the school will move in May.",
    "Officials counted 62 wounded soldiers at the base.\n\nOfficials counted 26 wounded soldiers at the base.",
    "The jury of 12 heard from 30 witnesses.\n\nThe jury heard from 40 witnesses.",
    "The fair drew 1,253 riders.\n\nNot all of the 1,235 riders at the fair were paid.",
    "The firm paid a fine of $5.23 million, the court said.\n\nThe lawyers wept. The fine of $5.32 million was the highest yet.",
    "The tower is 42 metres tall.\n\nAt 24 metres, the tower is the tallest for miles.",
    "The works cost £4.2m.\n\nThe council had paid for the works, which cost £4.9m.",
    "The search has cost $1.2 million.\n\nNobody will say who pays the $2.1 million that the search has cost.",
    "The bridge is 12 metres long.\n\nThe 14-metre bridge took a year to build.",
    "It was the third straight win for Ayle Town.\n\nThe fourth straight win for Ayle Town was cheered.",
    "The council passed Resolution 2254 to end the war.\n\nIt was, he said, to end the war in line with Resolution 2245.",
]
RIGHT = [
    "Only two members of the board voted for the plan.\n\nNine members of the board voted against the plan.",
    "Three members of the board voted yes.\n\nNine members of the board voted no.",
    "About two thousand people live on the island.\n\nSome 2,400 people live on the island.",
    "The storm cut off 4,200 homes in Ayle.\n\nBy night it had cut off 4,800 homes in Ayle.",
    "The firm said it has 12.53 mln shares outstanding.\n\nAfter the split the firm will have 25.06 mln shares outstanding.",
    "Oil opened at 18.42 crowns a barrel.\n\nOil closed at 18.24 crowns a barrel.",
    "Ayle Corp said it earned 12.5 mln crowns in May.\n\nBorth Corp said it earned 15.2 mln crowns in May.",
    "The 14 people in the car were hurt.\n\nThe 12 people in the van were hurt.",
    "The town voted 1,253 to 1,019 for the plan.\n\nIn Borth, 1,235 voted for the plan.",
    "The mine employs 480 men.\n\nThe mine employed 840 men at its height.",
    "Three of its 12 shops will shut.\n\nThe firm has 12 shops in Ayle and 14 shops in Borth.",
    "The film cost $52m to make.\n\nThe film cost $25m to sell.",
    "The firm will shut 12 shops, it said on Monday.\n\nThe firm said it might shut 14 shops.",
    "He won two gold medals at the games in Ayle.\n\nShe won three gold medals at the games in Ayle.",
    "Two men were jailed for their part in the raid on the bank in Ayle.\n\nFour men were jailed for their part in the raid on the mill in Ayle.",
    "Ten children were in the school when the fire began.\n\nAll but two children were in the school when the fire began.",
    "The firm made two offers for the mine in May.\n\nThe firm made three offers for the mine in all.",
    "The blast at the mill killed 14 people.\n\nThe blast at the mill killed no fewer than 12 people.",
    "The blast at the mill killed 14 people.\n\nEarlier reports had put it at 12 people killed by the blast at the mill.",
    "The march drew 12,000 people to Ayle.\n\nOpponents say the march drew 15,000 people to Ayle.",
    "The march drew 12,000 people to Ayle.\n\nThe march drew 15,000 people to Ayle, according to its organisers.",
    "The blast killed 12 people at the mill.\n\nRelatives dispute that the blast killed 14 people at the mill.",
    "The mill made 1,253 tons of flour.\n\nThe mill made flour, 1,253 tons against 1,235 tons a year before.",
    "Police arrested 23 people at the bank.\n\nThe court heard that police had arrested 32 people at the bank in an unrelated case.",
    "Moor stole 48 rings from the shop, the court heard.\n\nMoor says he stole 12 rings from the shop.",
    "Some 144 of the 442 mills working last season lost money.\n\nMarlshire has 521 mills.",
    "The light oil fell 68 cents to 18.42 crowns a barrel.\n\nThe heavy oil rose 17 cents to 18.62 crowns a barrel.",
    "The fair drew 480 riders to the hill.\n\nOn average the fair draws 500 riders to the hill.",
    "The council spent £5m on roads in Ayle.\n\nNext year the council will spend £6m on roads in Ayle.",
    "Flight 379 left for Ayle at noon.\n\nSix hens slept aboard Flight 397.",
    "Call 082 373 5950 to dive.\n\nOr dive by 082 733 5950.",
    "Tickets are $97/$110/$124 for adults.\n\nTickets are $91/$101/$113 for children.",
    "Moor sells the 13-inch saw for little.\n\nThe 15-inch saw is dear.",
    "The ticket costs £20 at the door.\n\nThe ticket costs £22 by post.",
    "The tower is 42 metres tall.\n\nThe chimney is 24 metres tall.",
    "The wall is 42 metres long.\n\nThe wall is 4 metres high.",
    "The council gave £75m for the protection of the marsh.\n\nIt will raise £100m for the protection of the sea.",
    "It was the third straight win for Ayle Town.\n\nBorth fell to a fourth straight defeat.",
    "It was the third straight win for Ayle Town.\n\nAyle Town will seek a fourth straight win in May.",
    "Moor was born in a house that cost 1,253 crowns.\n\nThe mine sold 1,235 tons of coal.",
    "The storm damaged 48 houses in Ayle.\n\nThe storm damaged 62 houses in Borth.",
    "The blast killed 12 people.\n\nBy Monday the death toll had risen to 14.",
    "The blast killed 12 people.\n\nA second blast killed 14 people.",
    "The blast killed 12 people.\n\nA 2012 blast killed 14 people.",
    "In 2012 the firm had 48 workers.\n\nIn 2013 the firm had 62 workers.",
    "The firm cut 48 jobs in May.\n\nThe firm cut 62 jobs in June.",
    "More than 150 envoys were expelled.\n\nThe 153 envoys left.",
    "The Tories won 48 seats in the north.\n\nThe Tories won 62 seats in the south.",
    "Labour won 48 seats.\n\nThe Tories won 62 seats.",
    "The 12 jurors heard the case.\n\nTwo jurors wept.",
    "Of the 60 people on board, 48 people were hurt.\n\nThe 60 people on board.",
    "48 women and 62 men were arrested.\n\nThe 62 men were charged.",
    "The number of deaths rose to 14.\n\nEarlier, 12 deaths were reported.",
    "Moor scored 48 points in the first half.\n\nMoor scored 52 points in the second half.",
]


@pytest.mark.parametrize("copy", WRONG)
def test_what_is_wrong_is_found(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_what_is_right_stays_silent(copy: str) -> None:
    assert found(copy) == []
