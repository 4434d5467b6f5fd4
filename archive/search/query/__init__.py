"""The query language: from what is typed to a tree, and to what the index is asked."""

from archive.search.query.match import compile_for_fts
from archive.search.query.parser import parse

__all__ = ["compile_for_fts", "parse"]
