"""The full-text index: what it holds in place of the stored texts, and how articles get in and out."""

from archive.search.index.index import add, check, create, current_index, rebuild, remove, require_current

__all__ = ["add", "check", "create", "current_index", "rebuild", "remove", "require_current"]
