"""From the tree of a query to an FTS5 expression.

Terms go in as quoted strings of tokens, which hold neither quotes nor operators; so no input can be wrong.
"""

from __future__ import annotations

from typing import Final

from archive.search.index.tokens import NEVER, TITLE_START, Phrase, is_han
from archive.search.query.expression import AllOf, AnyOf, Expression, Near, Operand, Pattern, Term, Without

BY_WORDS: Final = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"
"""The articles that match an expression of `compile_expression`."""
BY_CHARACTER: Final = "SELECT rowid FROM articles_char WHERE articles_char MATCH ?"
"""The articles that hold a `single_character`, in quotes."""

_EVERYTHING: Final = f'title : "{TITLE_START}"'
_NOTHING: Final = f'"{NEVER}"'


def compile_expression(expression: Expression | None) -> str:
    """Return what `articles_fts MATCH` takes; without an expression, what matches no article.

    Patterns match nothing: `archive.search.query.wildcards.resolve` makes terms of them first.
    """
    match expression:
        case Term():
            return _compile_term(expression)
        case Near():
            return _compile_near(expression)
        case AnyOf(parts):
            return f"({' OR '.join(map(compile_expression, parts))})"
        case AllOf(parts):
            return _compile_all(parts)
        case Without():
            return _compile_all((expression,))
        case Pattern() | None:
            return _NOTHING


def compile_for_title(expression: Expression | None) -> str:
    """Return what matches the articles that fulfil the whole query in their title."""
    return f"title : ({compile_expression(expression)})"


def single_character(expression: Expression | None) -> str | None:
    """Return the Han character when the query is nothing but one: articles_char answers it faster."""
    match expression:
        case Term(phrase=Phrase((token,)), scope="anywhere") if is_han(token):
            return token
    return None


def _compile_term(term: Term) -> str:
    return f"{_scope(term)}{_compile_phrase(term.phrase)}"


def _compile_near(near: Near) -> str:
    """Distance is counted in tokens; a phrase that ends with a bigram has one less than characters."""
    left, right = _phrase(near.left), _phrase(near.right)
    if left.is_short and right.is_short:
        phrases, distance = (left, right), near.distance + 1
    else:
        phrases, distance = (left.in_full(), right.in_full()), near.distance
    joined = " ".join(map(_compile_phrase, phrases))
    return f"{_scope(near.left)}NEAR({joined}, {distance})"


def _phrase(operand: Operand) -> Phrase:
    return operand.phrase if isinstance(operand, Term) else Phrase((NEVER,), False)


def _scope(operand: Operand) -> str:
    return "title : " if operand.scope == "title" else ""


def _compile_phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.tokens)}"{" *" if phrase.is_prefix else ""}'


def _compile_all(parts: tuple[Expression, ...]) -> str:
    wanted = [compile_expression(part) for part in parts if not isinstance(part, Without)]
    unwanted = [compile_expression(part.part) for part in parts if isinstance(part, Without)]
    compiled = " AND ".join(wanted) or _EVERYTHING
    return f"(({compiled}) NOT ({' OR '.join(unwanted)}))" if unwanted else f"({compiled})"
