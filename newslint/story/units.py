"""Units of measurement: their names, and what one is worth in its dimension's own unit."""

from __future__ import annotations

from newslint.startup.row import Row


class Unit(Row):
    """A unit by its singular name. `low` and `high` differ where two sizes bear one name (British and American pints)."""

    name: str
    dimension: str
    low: float
    high: float


# dimension: name = worth [~ other worth]: further names
_TABLE = """
length: millimetre = 0.001: mm millimeter
length: centimetre = 0.01: cm centimeter cms
length: metre = 1: m meter mtr
length: kilometre = 1000: km kilometer kms k.m klick
length: inch = 0.0254: inches in in. ins ″
length: foot = 0.3048: feet ft ′
length: yard = 0.9144: yd yds
length: mile = 1609.344: mi
length: nautical mile = 1852: nm
mass: milligram = 0.000001: mg
mass: gram = 0.001: g gm gramme gms
mass: kilogram = 1: kg kilo kilogramme kgs
mass: ounce = 0.02835: oz ozs
mass: pound = 0.45359: lb lbs
mass: stone = 6.35029: st
mass: ton = 907.18 ~ 1016.05:
mass: tonne = 1000:
area: square metre = 1: sq m,sq metre,sq meter,square meter,m2,m²,sqm,sq. m
area: square kilometre = 1000000: sq km,square kilometer,km2,km²,square km,sq. km
area: square foot = 0.092903: square feet,sq ft,sq foot,sq feet,sqft,sq. ft
area: square yard = 0.836127: sq yd,sq yard
area: square mile = 2589988: sq mile,sq mi,sq. mile
area: acre = 4046.86:
area: hectare = 10000: ha
volume: millilitre = 0.001: ml milliliter
volume: centilitre = 0.01: cl centiliter
volume: litre = 1: liter ltr
volume: pint = 0.4732 ~ 0.5683: pt
volume: quart = 0.9464 ~ 1.1365:
volume: gallon = 3.7854 ~ 4.5461: gal
volume: fluid ounce = 0.02841 ~ 0.02957: fl oz,fl. oz
volume: barrel = 158.99:
volume: cubic metre = 1000: cubic meter,m3,m³,cu m
volume: cubic foot = 28.3168: cubic feet,cu ft
volume: cubic yard = 764.555: cu yd
speed: mile per hour = 1.609344: mph,miles per hour,miles an hour,mile an hour
speed: kilometre per hour = 1: kph,km/h,kmh,kmph,km per hour,km an hour,kilometres per hour,kilometers per hour,kilometer per hour,kilometres an hour,kilometers an hour,km/hr
speed: knot = 1.852: kn
temperature: degree Celsius = 1: °c,ºc,degrees celsius,degrees c,celsius,degrees centigrade,centigrade
temperature: degree Fahrenheit = 1: °f,ºf,degrees fahrenheit,degrees f,fahrenheit
energy: kilocalorie = 4.184: kcal calorie
energy: kilojoule = 1: kj
power: horsepower = 0.7355 ~ 0.7457: hp bhp ps
power: kilowatt = 1: kw
"""


def _units() -> dict[str, Unit]:
    names: dict[str, Unit] = {}
    for row in _TABLE.strip().splitlines():
        dimension, unit, others = (part.strip() for part in row.split(":"))
        name, _, worth = unit.partition(" = ")
        low, _, high = worth.partition(" ~ ")
        made = Unit(name, dimension, float(low), float(high or low))
        for other in (name, *(others.split(",") if "," in others or dimension == "area" else others.split())):
            if other:
                names[other.strip().lower()] = made
    names["metric ton"] = names["tonne"]
    return names


_UNITS = _units()
_PHRASES = frozenset(name.split()[0] for name in _UNITS if " " in name)
_TIMES = frozenset(
    ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "night", "weekend"]
)


def unit(name: str) -> Unit | None:
    """The unit called `name`, in whatever form: km, kilometers, square feet."""
    name = name.lower()
    if name == "has":  # the verb, not hectares
        return None
    return _UNITS.get(name) or _UNITS.get(name.removesuffix("s")) or _UNITS.get(name.removesuffix("."))


def plural(name: str) -> str:
    """How a unit is called where there are several: feet, degrees Celsius, miles per hour."""
    head, *rest = name.split()
    if head in ("square", "cubic", "nautical", "fluid"):
        return " ".join([head, plural(rest[0])])
    heads = {"foot": "feet", "inch": "inches", "stone": "stone", "horsepower": "horsepower"}
    return " ".join([heads.get(head, f"{head}s"), *rest])


def opens_phrase(word: str) -> bool:
    """Whether units of several words begin with `word`: square feet."""
    return word.lower() in _PHRASES


def time_unit(name: str) -> str:
    """The singular of a unit of time, or ""."""
    name = name.lower()
    if name == "centuries":
        return "century"
    name = name.removesuffix("s")
    return name if name in _TIMES else ""
