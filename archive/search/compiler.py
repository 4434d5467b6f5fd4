"""From the tree of a query to an FTS5 expression.

Terms go in as quoted strings of tokens, which hold neither quotes nor operators; so no input can be wrong.
"""

from __future__ import annotations

from typing import Final

from archive.search.expression import AllOf, AnyOf, Expression, Term, Without
from archive.search.tokens import NEVER, TITLE_START, Phrase, is_han

_EVERYTHING: Final = f'title : "{TITLE_START}"'
_NOTHING: Final = f'"{NEVER}"'


def compile_expression(expression: Expression | None) -> str:
    """Return what `articles_fts MATCH` takes; without an expression, what matches no article."""
    match expression:
        case Term():
            return _compile_term(expression)
        case AnyOf(parts):
            return f"({' OR '.join(map(compile_expression, parts))})"
        case AllOf(parts):
            return _compile_all(parts)
        case Without():
            return _compile_all((expression,))
        case None:
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
    scope = "title : " if term.scope == "title" else ""
    star = " *" if term.phrase.is_prefix else ""
    return f'{scope}"{" ".join(term.phrase.tokens)}"{star}'


def _compile_all(parts: tuple[Expression, ...]) -> str:
    wanted = [compile_expression(part) for part in parts if not isinstance(part, Without)]
    unwanted = [compile_expression(part.part) for part in parts if isinstance(part, Without)]
    compiled = " AND ".join(wanted) or _EVERYTHING
    return f"(({compiled}) NOT ({' OR '.join(unwanted)}))" if unwanted else f"({compiled})"
