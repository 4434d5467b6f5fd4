"""The address of an article, the same for as long as its original address is."""

from __future__ import annotations

from urllib.parse import quote


def permalink(home: str, key: str) -> str:
    """Return it below `home` (without a slash at its end); the key of a part holds a `#` and is quoted."""
    return f"{home}/article/{quote(key, safe='')}"
