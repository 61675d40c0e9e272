"""One amount in two units, or in two currencies, that can't be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import floor, inf, log10

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.story.quantity import Kind, written
from newslint.story.units import plural
from newslint.topics.figures.conversions import Conversion, conversions, converted, fahrenheit_of, interval, measure

# A conversion this little off was made with a rounded factor; one that little off is no certain mistake.
_NOTHING, _LITTLE = 0.003, 0.005
# So near to ten or a hundred times as much, it's the point that slipped.
_POINT = 0.025
# So many degrees Fahrenheit off is no mistake.
_DEGREES = 0.2
# From here on what it should be is told without a fraction.
_WHOLE = 100


@check
class UnitConversion:
    """Finds wrong conversions. `rounding` is the share of a round number that its rounding may hide; `rate` is how far
    two exchange rates of one pair of currencies may lie apart.
    """

    rounding: float = 0.08
    rate: float = 1.12

    def __call__(self, document: Document) -> Iterator[Hit]:
        found = conversions(document)
        for conversion in found:
            if conversion.first.kind is Kind.MEASURE and self._is_wrong(conversion):
                yield _hit(document, conversion)
        yield from self._odd_rates(document, [pair for pair in found if pair.first.kind is Kind.MONEY])

    def _is_wrong(self, conversion: Conversion) -> bool:
        first, second = conversion.first, conversion.second
        size = measure(first)
        if size is not None and size.dimension == "temperature":
            return not _are_one_temperature(conversion)
        if not first.value > 0 or not second.value > 0:
            return False
        if (first.top > first.value) != (second.top > second.value) and not conversion.bracketed:
            return False
        low, high = interval(first, self.rounding)
        least, most = interval(second, self.rounding)
        apart = high < least or most < low
        if first.top > first.value and second.top > second.value:
            apart = apart or _ends_apart(conversion, self.rounding)
        return apart and _meant(conversion) and _gap(conversion) >= _NOTHING

    def _odd_rates(self, document: Document, pairs: list[Conversion]) -> Iterator[Hit]:
        by_currencies: dict[tuple[str, str], list[Conversion]] = defaultdict(list)
        for pair in pairs:
            if not pair.dated and pair.first.value > 0 and pair.second.value > 0:
                by_currencies[pair.first.unit, pair.second.unit].append(pair)
        for group in by_currencies.values():
            if len(group) > 1:
                yield from self._odd_ones(document, group)

    def _odd_ones(self, document: Document, group: list[Conversion]) -> Iterator[Hit]:
        rates = sorted(_rate(pair) for pair in group)
        usual = rates[len(rates) // 2] if len(group) > 2 else _rate(group[0])
        for pair in group:
            low = pair.second.within(0.05)[0] / pair.first.within(0.05)[1]
            high = pair.second.within(0.05)[1] / pair.first.within(0.05)[0]
            if low > usual * self.rate or high * self.rate < usual:
                other = next(p for p in group if p is not pair)
                right = written(pair.first.value * usual, pair.second)
                words = {"first": document[pair.first.span], "right": f"at the rate of the other place {right}"}
                notes = (Note(pair.first.span, "the same amount"), Note(other.second.span, "the rate used here"))
                far = not 0.2 < _rate(pair) / usual < 5
                yield Hit(pair.second.span, words, notes, confidence=0.8 if len(group) > 2 or far else 0.6)


def _rate(pair: Conversion) -> float:
    return pair.second.value / pair.first.value


def _gap(conversion: Conversion) -> float:
    """By which share of itself either end of the second amount is off; infinite where only one is a range."""
    first, second = conversion.first, conversion.second
    size = measure(first)
    if size is None or size.dimension == "temperature" or not (first.value > 0 and second.value > 0):
        return inf
    ends = ((first, second), (first._replace(value=first.top), second._replace(value=second.top)))
    return max(abs(converted(a, b) / b.value - 1) for a, b in ends)


def _ends_apart(conversion: Conversion, rounding: float) -> bool:
    """Whether either end of two ranges differs."""
    first, second = conversion.first, conversion.second
    lows = first._replace(top=first.value), second._replace(top=second.value)
    highs = first._replace(value=first.top), second._replace(value=second.top)
    for a, b in (lows, highs):
        low, high = interval(a, rounding)
        least, most = interval(b, rounding)
        if high < least or most < low:
            return True
    return False


def _meant(conversion: Conversion) -> bool:
    """Whether the two are near enough for one to be meant as the other; in brackets a slip of the point counts too."""
    low, high = (0.02, 50.0) if conversion.bracketed else (0.28, 3.6)
    ratio = conversion.second.value / converted(conversion.first, conversion.second)
    return low < ratio < high or any(abs(ratio / shift - 1) < _POINT for shift in (0.001, 0.01, 0.1, 10, 100, 1000))


def _are_one_temperature(conversion: Conversion) -> bool:
    """As a temperature, or as a difference of temperatures."""
    first, second = conversion.first, conversion.second
    celsius, other = (first, second) if first.unit == "degree Celsius" else (second, first)
    slack = 0.9 * celsius.numeral.step + other.numeral.step / 2 + _DEGREES
    whole = celsius.numeral.step == 1 or other.numeral.step == 1
    if whole and (celsius.hedge.value or other.hedge.value or celsius.value % 5 == 0):
        slack += 2.5
    ends = ((celsius.value, other.value), (celsius.top, other.top))
    signs = (1, -1)
    return all(
        any(abs(fahrenheit_of(sign * c) - way * f) <= slack for sign in signs for way in signs)
        or abs(c * 1.8 - f) <= slack
        for c, f in ends
    )


def _hit(document: Document, conversion: Conversion) -> Hit:
    first, second = conversion.first, conversion.second
    # One figure finer than the draft prints it: nobody has ever walked 4.828 kilometres.
    finer = max(0, 1 - floor(log10(second.numeral.step)))
    amount = round(converted(first, second), finer if abs(converted(first, second)) < _WHOLE else 0)
    right = f"about {written(amount, second._replace(kind=Kind.COUNT))} {plural(second.unit)}"
    words = {"first": document[first.span], "right": right}
    sure = 0.7 if _gap(conversion) < _LITTLE else 0.95 if conversion.bracketed else 0.9
    return Hit(second.span, words, (Note(first.span, "the same amount"),), confidence=sure)


_: type[Check] = UnitConversion
