"""What a draft measures, and the formulas of Vale's `metric`: sums with named numbers, and nothing else."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from newslint.vale.blocks import counted
from newslint.vale.segments import segments

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:'[^\W_]*)*|'[^\W_']+")
_HEADING = re.compile(r"heading\.(h[1-6])")
_ALWAYS = ("pre", "list", "blockquote", *(f"heading_h{level}" for level in range(1, 7)))
_OPERATORS: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_FUNCTIONS: dict[str, Callable[..., float]] = {
    "sqrt": math.sqrt,
    "abs": abs,
    "floor": math.floor,
    "ceil": math.ceil,
    "round": round,
    "log": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "pow": math.pow,
    "min": min,
    "max": max,
}


def measures(text: str, blocks: Mapping[str, int]) -> dict[str, float]:
    """The variables of a formula, by name; nothing for a draft without a word."""
    paragraphs = text.split("\n\n")
    sentences = [paragraph[span.start : span.end] for paragraph in paragraphs for span in segments(paragraph)]
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if not words:
        return {}
    beats = [syllables(word) for word in words]
    complex_words = sum(
        count - word.endswith(("es", "ed", "ing")) > 2 for word, count in zip(words, beats, strict=True)
    )
    return {
        **dict.fromkeys(_ALWAYS, 0.0),
        **{name: float(number) for name, number in counted(blocks).items()},
        "characters": float(sum(letter.isalnum() for word in words for letter in word)),
        "words": float(len(words)),
        "sentences": float(len(sentences)),
        "paragraphs": float(len(paragraphs) - 1),
        "syllables": float(sum(beats)),
        "long_words": float(sum(len(word.encode("utf-8", "replace")) > 6 for word in words)),
        "polysyllabic_words": float(sum(count > 2 for count in beats)),
        "complex_words": float(complex_words),
    }


_VOWELS = re.compile(r"[aeiouy]+")
_HIATUS = re.compile(r"i[ao](?!u|n\b|us)|[aeo]ing\b|eo(?!u)|ua(?!r)|[^q]uou|ier\b|iest\b")
_SILENT = re.compile(r"[^aeiouyl]es?\Z|[aeiouy]les?\Z|[^aeiouytd]ed\Z|[^aeiouy]ely\Z|[aeiouy][^aeiouy]ement")
_SIBILANT = re.compile(r"(?:[cgsxz]|[cs]h|dg)es\Z")


def syllables(word: str) -> int:
    """How many syllables an English word has, by its letters: a fair guess."""
    plain = "".join(letter for letter in word.lower() if letter.isalpha())
    count = len(_VOWELS.findall(plain)) + len(_HIATUS.findall(plain))
    if count > 1 and _SILENT.search(plain) and not _SIBILANT.search(plain):
        count -= 1
    return max(count, 1)


def grades(values: Mapping[str, float]) -> dict[str, float]:
    """The school grades that the usual measures of readability give."""
    words, sentences = values["words"], values["sentences"]
    length, beats = words / sentences, values["syllables"] / words
    letters = values["characters"] / words
    return {
        "Flesch-Kincaid": 0.39 * length + 11.8 * beats - 15.59,
        "Gunning Fog": 0.4 * (length + 100 * values["complex_words"] / words),
        "Coleman-Liau": 5.89 * letters - 30 * sentences / words - 15.8,
        "SMOG": 1.043 * math.sqrt(values["polysyllabic_words"] * 30 / sentences) + 3.1291,
        "Automated Readability": 4.71 * letters + 0.5 * length - 21.43,
    }


_LONGEST = 2_000


class Formula:
    """A sum or a comparison. Raises ValueError, when made, for what is neither."""

    def __init__(self, text: str) -> None:
        self.text = text
        if len(text) > _LONGEST:
            raise ValueError(f"a formula has {_LONGEST:,} letters at most")
        said = _HEADING.sub(r"heading_\1", " ".join(text.split())).replace("&&", " and ").replace("||", " or ")
        try:
            self.tree = ast.parse(said.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise ValueError(f"the formula “{text}” can't be read") from error
        for node in ast.walk(self.tree):
            if not isinstance(node, self._allowed):
                raise ValueError(f"the formula “{text}” has {type(node).__name__.lower()}, which isn't a sum")

    @cached_property
    def _allowed(self) -> tuple[type[ast.AST], ...]:
        plain = (ast.BinOp, ast.UnaryOp, ast.USub, ast.UAdd, ast.Compare, ast.BoolOp, ast.And, ast.Or, ast.Call)
        return (*plain, ast.Name, ast.Attribute, ast.Load, ast.Constant, *_OPERATORS)

    def value(self, values: Mapping[str, float]) -> Any:
        """What it comes to with these numbers. Raises ValueError for a name that it doesn't know."""
        try:
            return self._value(self.tree, values)
        except (ArithmeticError, TypeError, RecursionError) as error:
            raise ValueError(f"the formula “{self.text}” has no value: {error}") from error

    def _value(self, node: ast.AST, values: Mapping[str, float]) -> Any:
        match node:
            case ast.Constant(value=int() | float() as number):
                return float(number)
            case ast.Name(id=name) if name in values:
                return values[name]
            case ast.BinOp(left=left, op=sign, right=right):
                return _OPERATORS[type(sign)](self._value(left, values), self._value(right, values))
            case ast.UnaryOp(op=sign, operand=operand):
                value = self._value(operand, values)
                return -value if isinstance(sign, ast.USub) else value
            case ast.Compare(left=left, ops=[sign], comparators=[right]):
                return _OPERATORS[type(sign)](self._value(left, values), self._value(right, values))
            case ast.BoolOp(op=sign, values=parts):
                told = (bool(self._value(part, values)) for part in parts)
                return all(told) if isinstance(sign, ast.And) else any(told)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="math"), attr=name), args=parts) if name in _FUNCTIONS:
                return _FUNCTIONS[name](*(self._value(part, values) for part in parts))
        raise ValueError(f"the formula “{self.text}” speaks of “{ast.unparse(node)}”, which isn't a measure")
