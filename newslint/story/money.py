"""Money: by which signs, codes and words of currencies an amount is known, and how its millions are cut short."""

from __future__ import annotations

from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import Numeral

# currency: what stands in front of the figure; ~ what stands behind it. Codes are those of ISO 4217, signs those of each country's papers.
_CURRENCIES = """
$: US$ $US USD ~ dollar dollars dlr dlrs
£: GBP ~ stg
€: EUR ~ euro euros
¥: JPY ~ yen
yuan: RMB CNY ~ yuan renminbi
₹: Rs Rs. INR ~ rupee rupees
rand: R ZAR ~ rand
naira: ₦ NGN N ~ naira
cedi: GH₵ GH¢ GHS GHC ₵ ~ cedi cedis
shilling: KSh Ksh KES Shs Sh USh Ush UGX TSh Tsh TZS ~ shilling shillings
kwacha: K ZMW MWK ~ kwacha
pula: P BWP ~ pula
birr: ETB Br ~ birr
ringgit: RM MYR ~ ringgit
rupiah: Rp Rp. IDR ~ rupiah
baht: ฿ THB ~ baht
peso: ₱ PHP MXN ~ peso pesos
taka: ৳ Tk Tk. BDT ~ taka
franc: CHF SFr FCFA XOF XAF ~ franc francs
krona: SEK NOK DKK kr ~ krona kronor krone kroner
rouble: ₽ RUB ~ rouble roubles ruble rubles
zloty: PLN ~ zloty zlotys
forint: HUF ~ forint forints
dirham: Dh Dhs AED MAD ~ dirham dirhams
riyal: SAR QAR ~ riyal riyals
shekel: ₪ NIS ILS ~ shekel shekels
won: ₩ KRW ~
lira: ₺ TRY TL ~ lira liras
Egyptian £: EGP ~
dinar: KWD IQD JOD BHD TND DZD RSD ~ dinar dinars
koruna: CZK ~ koruna korunas
hryvnia: ₴ UAH ~ hryvnia hryvnias
tenge: KZT ~ tenge
dong: ₫ VND ~ dong
leu: ~ lei
lev: BGN ~ leva
lari: ~ lari
penny: ~ pence
cent: ~ cent cents
pesewa: ~ pesewa pesewas
"""
_FRONT: dict[str, str] = {}
_BEHIND: dict[str, str] = {}
for _line in _CURRENCIES.strip().splitlines():
    _name, _words = _line.split(": ", 1)
    _front, _behind = f" {_words} ".split("~")
    _FRONT.update(dict.fromkeys(_front.split(), _name))
    _BEHIND.update(dict.fromkeys(_behind.split(), _name))
# Close to the figure alone: 30p, 45c.
_COINS = {"p": "penny", "c": "cent"}
# A letter alone is a sign of money where the figure is one of money by its looks, “N18.6bn”, “K410,000”, and else a name’s: “K2”.
_LETTERS = frozenset("NKP")
_LARGE = 1000
_SIGN = compiled(r"(?:\b[A-Z][A-Za-z]{0,2})?[$£€¥₹₦₵¢₱₩₪₽₺৳฿₴₫] ?\Z|\$US ?\Z|(?<![\w.])[A-Zk][A-Za-z]{0,3}\.? ?\Z")
_ENDS = frozenset("$£€¥₹₦₵¢₱₩₪₽₺৳฿₴₫")


class Sign(Row):
    """The sign of money in front of a figure: whose `currency` it is, where it starts, and the figure with its “m” or “b”."""

    currency: str
    start: int
    numeral: Numeral


def sign_of_money(text: str, numeral: Numeral, start: int, limit: int) -> Sign | None:
    """The sign that makes the figure one of money; `start` and `limit` are the ends of its block."""
    at = numeral.start
    last = text[at - 1] if at > start else " "
    if last == " " and at - 1 > start:
        last = text[at - 2]
    if last not in _ENDS and not last.isalpha() and last != ".":  # for speed
        return None
    found = _SIGN.search(text, max(start, at - 6), at)
    currency = _currency(found[0]) if found else None
    if found is None or currency is None:
        return None
    figure = in_millions(text, numeral, limit)
    letter = found[0] in _LETTERS or found[0].rstrip() in _LETTERS
    if letter and (found[0][-1] == " " or not _looks_like_money(text, figure)):
        return None
    return Sign(currency, found.start(), figure)


def _currency(printed: str) -> str | None:
    sign = printed.strip()
    if sign in _FRONT:
        return _FRONT[sign] if printed[-1] != " " or len(sign) > 1 else None
    return sign if sign[-1] in _ENDS else None


def _looks_like_money(text: str, numeral: Numeral) -> bool:
    return numeral.scale > 1 or (numeral.value >= _LARGE and "," in text[numeral.start : numeral.end])


def in_millions(text: str, numeral: Numeral, limit: int) -> Numeral:
    """“£5m”, “£5 m” and “$5M”; “$5b” and “$5B”."""
    at = numeral.end + text.startswith((" ", "\u00a0"), numeral.end)
    letter, behind = text[at : at + 1], text[at + 1 : at + 2]
    if numeral.scale != 1 or at >= limit or letter not in "mMbB" or behind.isalnum():
        return numeral
    factor = 1e6 if letter in "mM" else 1e9
    value, grain, step = (amount * factor for amount in (numeral.value, numeral.grain, numeral.step))
    return numeral._replace(end=at + 1, value=value, grain=grain, step=step, scale=factor)


def currency_behind(one: str, two: str, three: str, *, apart: bool) -> tuple[str, int] | None:
    """The currency that the words behind a figure name, and which of them is the last of its name.

    “62 million dollars”, “62 million Canadian dollars”, “5,000 Hong Kong dollars”; close to the figure coins alone: “30p”.
    """
    if not apart:
        return (_COINS[one], 0) if one in _COINS else None
    currency = _BEHIND.get(one.lower() if one.isupper() else one)
    if currency is not None:
        return currency, 0
    if not one[0].isupper() or not two:
        return None
    if two in _BEHIND:
        return f"{one} {_BEHIND[two]}", 1
    return (f"{one} {two} {_BEHIND[three]}", 2) if two[0].isupper() and three in _BEHIND else None
