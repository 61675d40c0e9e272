"""Stet: what the writer says shall stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newslint.document import Document
from newslint.finding import Finding


@dataclass(frozen=True)
class Stet:
    """A word that findings of `rules` shall stand, with the writer's reason."""

    rules: tuple[str, ...]
    reason: str = ""


def suppressions_in(_document: Document) -> tuple[Stet, ...]:
    """The stets that the draft itself holds."""
    return ()


def apply(
    stets: tuple[Stet, ...], findings: Iterable[Finding]
) -> tuple[list[Finding], list[tuple[Finding, Stet]], list[Stet]]:
    """The findings that remain, those that a stet covers, and the stets that cover none."""
    return list(findings), [], list(stets)
