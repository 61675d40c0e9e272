"""A hit, and the check that yields it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar, dataclass_transform

from newslint.document import Document
from newslint.finding import Sign
from newslint.source import Span
from newslint.startup.dataclass import dataclass, field, replace
from newslint.startup.row import Row


class Note(Row):
    """Another place that belongs to a hit, with a word on why."""

    span: Span
    message: str


class Change(Row):
    """A stretch of copy and what would stand there instead."""

    span: Span
    replacement: str


@dataclass(frozen=True)
class Hit:
    """One place where the copy disagrees with itself, before it has a rule's words.

    Spans are of `Document.text`. `words` fill the `{names}` in the rule's message, where `{found}` is
    the text of `span` unless given. `confidence` is from 0 to 1. `minor` makes the finding a suggestion
    whatever the rule's severity. `safe` changes nothing that a reader would notice but the fault;
    `changes` empty means that no fix is certain enough to be offered. `evidence` are the signs that made the confidence.
    `unmeasured` says that nobody has measured how often such a hit is right: the rule's own severity holds, and no bar
    of confidence.
    """

    span: Span
    words: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Note, ...] = ()
    changes: tuple[Change, ...] = ()
    confidence: float = 1.0
    safe: bool = False
    minor: bool = False
    evidence: tuple[Sign, ...] = ()
    unmeasured: bool = False


def each_fault_once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Of the hits with the same words the first, with the places of the others: one fault is one finding, however often it shows."""
    alike: dict[tuple[object, ...], list[Hit]] = {}
    for hit in hits:
        alike.setdefault(tuple(hit.words.items()), []).append(hit)
    for first, *others in alike.values():
        yield replace(first, related=(*first.related, *(Note(other.span, "so too here") for other in others)))


def first_at_each_place(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits but for those that begin at the place of an earlier one: one fault is one finding, whatever shows it."""
    told: set[int] = set()
    for hit in hits:
        if hit.span.start not in told:
            told.add(hit.span.start)
            yield hit


class Check(Protocol):
    """The logic that a rule names: its fields are the rule's options."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        """Each hit in `document`, in any order."""
        ...


T = TypeVar("T")
# The default of an option that must be given.
REQUIRED = object()


@dataclass_transform(frozen_default=True)
def check(made: type[T]) -> type[T]:
    """Make a class a check: what it annotates are the options of the rules that name it.

    It's then used like a frozen dataclass, but takes the interpreter a twentieth of the time to make, which counts
    where sixty are made before a draft is read. A plugin's check may as well be a dataclass.
    """
    options = {name: made.__dict__.get(name, REQUIRED) for name in made.__annotations__}
    made.__options__ = options  # type: ignore[attr-defined]
    made.__init__ = _take  # type: ignore[method-assign]
    made.__setattr__ = made.__delattr__ = _refuse  # type: ignore[method-assign]
    return made


def _take(self: Any, *given: Any, **named: Any) -> None:
    """Give a check its options, in order or by name. Raises TypeError for one that's unknown, or that's wanting."""
    options: Mapping[str, Any] = type(self).__options__
    values = {**options, **dict(zip(options, given, strict=False)), **named}
    unknown = [*named.keys() - options.keys(), *given[len(options) :]]
    wanting = [name for name, value in values.items() if value is REQUIRED]
    if unknown or wanting:
        raise TypeError(f"unknown option {unknown[0]!r}" if unknown else f"option {wanting[0]!r} is wanting")
    self.__dict__.update(values)
    if hasattr(self, "__post_init__"):
        self.__post_init__()


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise AttributeError(f"{type(self).__name__}.{name} stays as it was given")


def has_options(thing: Any) -> bool:
    """Whether `thing` is a class whose options can be told: made by `check`, or a dataclass."""
    return isinstance(thing, type) and ("__options__" in thing.__dict__ or hasattr(thing, "__dataclass_fields__"))


def options_of(made: type) -> dict[str, Any]:
    """The default of each option of a check, by its field; REQUIRED where there's none."""
    own: dict[str, Any] | None = made.__dict__.get("__options__")
    if own is not None:
        return own
    from dataclasses import MISSING, fields  # a plugin's, which has imported them

    return {
        option.name: (REQUIRED if option.default is MISSING else option.default)
        if option.default_factory is MISSING
        else option.default_factory()
        for option in fields(made)
    }
