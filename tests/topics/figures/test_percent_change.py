from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.percent_change import PercentChange


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in PercentChange()(document) if hit.confidence >= 0.5]


WRONG = [
    "There were 95 boats, 20 fewer than the 120 a year ago.",
    "The council voted 52-48 for the plan, a majority of six.",
    "There were 300 boats, three times the 80 of last year.",
    "It cut its debt by 10-1/2 pct to 80 mln dlrs from 160 mln dlrs.",
    "Sales rose from 200 to 250, an increase of 35%.",
    "Sales rose 35% from 200 to 250.",
    "Sales rose by 35%, from 200 to 250.",
    "Sales increased from 200 units in May to 250 in June, up 35%.",
    "Sales rose from 200 to 250 (up 35%).",
    "Profit jumped 60% to $15m from $12m.",
    "Profit jumped 60% to $15m, up from $12m a year ago.",
    "Profit jumped 60% to $15m, compared with $12m a year ago.",
    "Profit was $15m, up 60% from $12m.",
    "The number of arrests fell from 400 to 300, a 50% drop.",
    "The number of arrests fell by 50 per cent, from 400 in 2010 to 300 in 2015.",
    "Arrests more than doubled, from 400 to 600.",
    "Arrests halved from 400 to 300.",
    "Arrests fell by a third, from 400 to 350.",
    "The staff shrank from 1,200 to 900 – a fall of 40%.",
    "Fares will go up from £2.50 to £3, a 50% increase.",
    "The tax will rise by £5 to £20 from £12.",
    "The tax will rise from £12 to £20, an increase of £5.",
    "Membership climbed from 40,000 to 60,000, a 20 percent increase.",
    "Prices, which rose 35% to $250 from $200, are falling.",
    "A 35% rise, from 200 to 250, was reported.",
    "It lifted the rate from 200 to 250, representing a 35% increase.",
    "Sales fell 20% from 200 to 250.",
    "The population grew 35 percent between 2000 and 2010, from 200,000 to 250,000.",
    "The average price rose to £250,000 from £200,000, a jump of 35%.",
    "Revenue was up 35% at $250m, against $200m last year.",
    "Revenue rose 35% to $250m from last year's $200m.",
    "Shipments went from 200 tonnes to 250 tonnes, a 35% rise.",
    "The total climbed from 80 to 120, a 70 percent increase.",
]
RIGHT = [
    "Sales doubled, with those in Ayle up from £10m to £14m.",
    "The number of staff doubled as sales rose from £10m to £14m.",
    "The price is £40, twice the £20 of May.",
    "By 52 votes to 48, and a majority of 20 in the lower house, it passed.",
    "The council voted 7-5, a majority of two.",
    "It paid £300m, nearly twice the £160m it had offered.",
    "Ayle made 1,198 cars, down 50 pct, Borth 2,145, down from 3,342.",
    "The crown has risen by 16 pct since May and could rise to 32 to the dollar from 34, he said.",
    "Output rose 0.3 pct to 114.9 from 114.5 in May, giving a 3.2 pct rise over the year.",
    "Rates fell by half a point to 10-1/2 pct from 11 pct.",
    "Sales rose from 200 to 250, an increase of 25%.",
    "Profit jumped 25% to $15m from $12m.",
    "Profits rose 6% a year, from £200m to £268m.",
    "Sales rose from 200 to 250 and profits by 40%.",
    "Turnout rose from 40% to 50%, up 25%.",
    "The stake rose from 20 to 30, or 5% of the firm.",
    "Arrests fell from 400 to 200, or by half.",
    "The price rose from about $200 to nearly $300, almost 50%.",
    "He ran from 20 to 30 miles, and lost 10% of his weight.",
    "In the year to May sales rose 12% to £1.2bn, from £1.07bn.",
    "It cut its workforce by 10% to 9,000, from 10,000.",
    "The shares fell 5% to $20 from $21.",
    "Up 150%, from 200 to 500.",
]


@pytest.mark.parametrize("copy", WRONG)
def test_what_is_wrong_is_found(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_what_is_right_stays_silent(copy: str) -> None:
    assert found(copy) == []
