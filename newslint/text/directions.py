"""Directions: words that say which way a figure went."""

from __future__ import annotations

_UP = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth jump jumps jumped jumping gain "
    "gains gained gaining higher more up climb climbs climbed climbing soar soars soared soaring surge surges surged surging swell swelled "
    "expand expanded expansion boost boosted hike hiked leap leapt leaped upped uptick bump spike spiked advance advanced add added"
)
_DOWN = (
    "fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline declines declined declining "
    "reduce reduced reducing reduction cut cuts cutting lower fewer less down slump slumped slumping plunge plunged plunging shrink shrank shrunk "
    "shrinking loss lose lost dip dipped slide slid slash slashed tumble tumbled sink sank sunk contract contracted plummet plummeted dive cheaper smaller"
)
# Each word with 1 for up, -1 for down.
DIRECTIONS = dict.fromkeys(_UP.split(), 1) | dict.fromkeys(_DOWN.split(), -1)
