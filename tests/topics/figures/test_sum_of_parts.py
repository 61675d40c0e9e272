from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.sum_of_parts import SumOfParts


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in SumOfParts()(document) if hit.confidence >= 0.5]


WRONG = [
    "The quake killed 44 people, 60 of whom were children.",
    "Out of 30 teachers, 34 said they would leave.",
    "A total of 44 people were hurt, 60 of them seriously.",
    "The bill:\n\nFish: £5.20\nChips: £2.10\nTotal: £8.30",
    "The company cut 300 jobs, 180 in Ohio and 90 in Texas.",
    "The crash killed 12 people, including eight women and five men.",
    "Of the 200 passengers, 150 were British, 30 were French and the remaining 10 were Irish.",
    "Police arrested 40 people: 25 in Paris, 10 in Lyon and two in Nice.",
    "Twelve of the 30 schools closed, while the other 15 stayed open.",
    "The blast killed nine people – four soldiers and six civilians.",
    "The fund spent $50m: $30m on roads, $15m on rail and $10m on buses.",
    "The fund spent $50 million, of which $30 million went on roads and the remaining $15 million on rail.",
    "There were 60 boats in the bay. Of those, 48 were found and the remaining 10 were lost.",
    "There were 60 boats in the bay. Forty-eight were found. The other 10 were lost.",
    "Seven men and four women were killed, a total of 12 people.",
    "The team won 12 medals: five gold, four silver and two bronze.",
    "The team won 12 medals (five gold, four silver and two bronze).",
    "He has five children – two sons and two daughters.",
    "She is survived by five children, two sons and four daughters.",
    "The panel has 15 members: eight Democrats and six Republicans.",
    "With 120 workers in Leeds and 80 in Hull, the firm employs 250 people in all.",
    "The firm has 120 workers in Leeds and 80 in Hull, making a total of 250.",
    "The 120 workers in Leeds and 80 in Hull take the total to 250.",
    "A total of 500 ballots were cast, with 300 for the motion and 250 against.",
    "Fifteen of the 12 jurors agreed.",
    "There are 435 members, 240 Democrats and 180 Republicans.",
    "The council spent £2.5m on roads and £1.5m on parks, a total of £5m.",
    "The group of 25 students, made up of 12 boys and 15 girls, left.",
    "The bus carried 50 passengers, 30 adults and 25 children.",
    "The storm damaged 90 homes – 40 in Ayle, 30 in Borth and 10 in Cray – before dawn.",
    "Officials counted 90 homes damaged, 40 of them in Ayle and the other 60 in Borth.",
    "Of 500 respondents, 300 said yes, 150 said no and the rest, 20, did not answer.",
    "Eight people died in the first crash and four in the second, bringing the death toll to 15.",
    "The library lent 4,200 books in May and 3,900 in June, for a total of 9,100.",
    "In total, 75 flights were cancelled: 40 at Heathrow and 25 at Gatwick.",
]
RIGHT = [
    "The firm made 12 ships in 1950, 30 of which still sail under other flags.",
    "Of the 30 arrests, 44 per cent were for theft.",
    "Of the five dogs, three-year-old Rex is the oldest.",
    "Of the 12 teams, 300 players were tested.",
    "Each of the 12 boats carried 30 men, 100 of whom drowned.",
    "The 12 boats carried a crew of 300, 40 of them boys.",
    "The club has 12 courts and hundreds of members, 60 of them under 18.",
    "Votes:\n\nMoor: 1,200\nHill: 900\nSpoilt: 20\nTotal electorate: 4,000",
    "The company cut 300 jobs, 180 in Ohio and 120 in Texas.",
    "The crash killed 12 people, including eight women.",
    "The team won 12 medals (five gold, four silver and three bronze).",
    "Of the 60 boats, 48 were found and 12 lost.",
    "Of the 100 students, 80 speak French and 60 speak German.",
    "He had 24 points, 10 rebounds and 7 assists.",
    "The 5 deaths in Leeds and 3 in Cork bring the total to 45.",
    "The bus carried 50 passengers, 30 adults and 20 children.",
    "Killing five people – a man, two women and two children.",
    "Of the 60 boats, 48 – 20 large and 28 small – were found and the remaining 12 lost.",
    "The army lost 60 men, 40 of them in May.",
    "More than 100 people were hurt: 60 in Ayle and 50 in Borth.",
    "The 12 members voted 7 to 5.",
    "The town has 300 homes, 20 shops and 3 pubs.",
    "He served 12 years: five in Ayle and three in Borth.",
    "She won 60 matches, 12 more than in 2010 and 20 more than in 2005.",
    "He made 15 appearances, scoring 12 goals and making 3 assists.",
    "Nine of the 12 jurors agreed and the other three did not.",
    "The number rose to 60, from 48 in 2010 and 12 in 2005.",
    "It has 40 rooms, 10 with a bath and 12 with a shower.",
]


@pytest.mark.parametrize("copy", WRONG)
def test_what_is_wrong_is_found(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_what_is_right_stays_silent(copy: str) -> None:
    assert found(copy) == []
