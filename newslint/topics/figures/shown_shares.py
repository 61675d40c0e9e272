"""Shown shares: proportions of the display that are told in words there or in the story: “almost half” above, 31% below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from newslint.story.amounts import Amount
from newslint.story.quantity import Kind, agree
from newslint.topics.figures.amount_signs import DISPLAYED
from newslint.topics.figures.told_amounts import Draft, is_in_reach
from newslint.topics.figures.vicinity import Share, explained, shares_stated

# What a fraction may be off by, of itself: a third is 30% to 37%.
_LOOSE = 0.1
_MOST = 4


def shown_shares(draft: Draft) -> Iterator[tuple[Amount, Amount]]:
    """Shares of the display that the story doesn't have and that no two of its first amounts make, with those they may stand for."""
    every = [(share, _percentage(draft, share)) for share in shares_stated(draft.document) if 0 < share.value < 1]
    told = [amount for _, amount in every if amount.role not in DISPLAYED]
    for share, shown in every:
        if shown.role not in DISPLAYED or any(agree(shown.quantity, a.quantity) for a in told):
            continue
        if not _is_made(draft, share):
            likely = [a for a in told if is_in_reach(shown, a) and (_in_words(shown) or _in_words(a))]
            likely.sort(key=lambda a: (-draft.kinship(shown, a), a.span))
            yield from ((shown, a) for a in likely[:_MOST])


def _is_made(draft: Draft, share: Share) -> bool:
    """Whether two amounts of one of the first sentences make the share, of those that aren't of another share themselves."""
    spans = [each.span for each in shares_stated(draft.document)]
    plain = [a for a in draft.lead if not any(span.holds(a.span) for span in spans)]
    return any(explained(share, own) for _, own in groupby(plain, key=lambda a: a.sentence))


def _in_words(amount: Amount) -> bool:
    return amount.quantity.numeral.spelled


def _percentage(draft: Draft, share: Share) -> Amount:
    """The share as a percentage; what it may be off by is in its step."""
    amount = share.amount
    role = draft.role_of(amount)
    if share.percent:
        return amount._replace(role=role)
    value = 100 * share.value
    numeral = amount.quantity.numeral._replace(step=2 * _LOOSE * value, grain=1.0, spelled=True)
    quantity = amount.quantity._replace(
        span=share.span, value=value, top=value, kind=Kind.PERCENT, unit="%", numeral=numeral
    )
    return amount._replace(quantity=quantity, unit="%", head="", persons=False, role=role)
