"""From a query as it is typed to what FTS5's MATCH takes."""

from __future__ import annotations

from archive.errors import CallError
from archive.search.query.compiler import compile_expression
from archive.search.query.parser import parse
from archive.search.query.wildcards import MAX_WORDS, Between, resolve_within


def compile_for_fts(query: str, between: Between) -> str:
    """Return what `articles_fts MATCH` takes for a query; filters are left out, no word matches nothing.

    Raises `CallError` when more than `MAX_WORDS` words fit its wildcards.
    """
    expression = parse(query).expression
    resolved = expression and resolve_within(expression, between, MAX_WORDS)
    if expression and not resolved:
        raise CallError(
            f"More than {MAX_WORDS:,} words fit the wildcards of {query}",
            remedy="Put rarer characters beside the ?, or use the search page",
        )
    return compile_expression(resolved)
