from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.unit_conversion import UnitConversion


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in UnitConversion()(document) if hit.confidence >= 0.5]


WRONG = [
    "The dam holds 20 litres (530 gallons).",
    "They weigh 12 pounds, or 54 kilograms.",
    "The fire spread over 10 miles (26km).",
    "A 50-mile (120km) road.",
    "The 26-kilometre (10-mile) path.",
    "It is 10 miles (26 km) away.",
    "The bag weighs 50 pounds (32kg).",
    "The farm has 100 acres (80 hectares).",
    "The farm covers 40 hectares (200 acres).",
    "It was 30C (96F) in the shade.",
    "It was 30 degrees Celsius (96 degrees Fahrenheit) in the shade.",
    "Winds of 60mph (140km/h) hit the coast.",
    "Winds of 60 miles per hour (140 kilometers per hour) hit the coast.",
    "He is 6ft 2in (1.58m) tall.",
    "He is 5 feet 10 inches (208cm) tall.",
    "He weighs 12 stone (96kg).",
    "The tank holds 10 gallons (80 litres).",
    "The wave was 30 feet (19 metres) high.",
    "It fell 1,000 feet (500 metres).",
    "The 3-inch (17cm) nail.",
    "They drove 300 miles, or about 680 kilometres.",
    "They drove 300 miles, about 680 kilometres, to the coast.",
    "They drove 300 miles – 680km – to the coast.",
    "It lies 15 km – or 14 miles – from here.",
    "An area of 200 square miles (818 square kilometres) burned.",
    "Between 20 and 30 miles (32 to 68km) away.",
    "10-12 miles (16-29km) away.",
    "He lost 20kg (64 lbs).",
    "about 5 miles (18 kilometers)",
    "A distance of 100 miles (80km).",
    "The plane flew at 30,000ft (19,144m).",
    "A two-mile (5km) stretch.",
    "Twenty miles (52km) north of the city.",
    "He ran 26 miles [62km].",
    "More than 20 miles (52km) north of the city.",
    "The river rose by 3 metres (16 feet).",
    "40cm of rain (6 inches) fell.",
    "It spilled 500 litres (232 gallons) of oil.",
]
RIGHT = [
    "It is 12 stone, or 168 pounds.",
    "It sells for $5, or about £50, in some shops.",
    "The fire spread over 10 miles (16km).",
    "He is 6ft (1.83m) tall. He is 5'10\" (1.78m).",
    "It is a mile (1.6km) away.",
    "It is 100 yards (91m) away. It is 5 miles (8km) off. 3 miles (5km).",
    "A rise of 1.5C (2.7F).",
    "-10C (14F) at night.",
    "minus 10C (14F) at night.",
    "40 gallons (151 litres) or 40 gallons (182 litres).",
    "Within 5 miles or 300 metres.",
    "10m (33ft) high. 1.5 million acres (607,000 hectares).",
    "The city (population 30,000) is 40 miles (64 kilometers) north and 20 miles (30km) east.",
    "500 miles (800km). 6 inches (15cm). 2 feet (60cm). 4 inches (10cm). 1,000ft (300m). 150lb (68kg).",
    "It is 5km wide, 3 miles long.",
    "It runs 2 miles, 300 yards past the house.",
    "more than 100 miles (160km); nearly 30 miles (48km)",
    "8 ounces (225g). 1 pound (450g). 9 stone (57kg). 98 degrees (37C).",
    "Temperatures of 40C (104F), 35C (95F).",
    "It measures 12 feet by 10 feet (3.6m by 3m).",
    "The 100m and 200m races.",
    "A 7-mile, 12-kilometer route.",
]


@pytest.mark.parametrize("copy", WRONG)
def test_what_is_wrong_is_found(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_what_is_right_stays_silent(copy: str) -> None:
    assert found(copy) == []
