"""The full-text index: what it holds in place of the stored texts, and how articles get in and out."""

from archive.search.index.index import (
    add,
    check,
    create,
    current_index,
    is_of_other_version,
    rebuild,
    remove,
    require_current,
)

__all__ = [
    "add",
    "check",
    "create",
    "current_index",
    "is_of_other_version",
    "rebuild",
    "remove",
    "require_current",
]
