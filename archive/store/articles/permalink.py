"""The permanent name of an article: the same on every machine, and after every rebuild."""

from __future__ import annotations

import base64
import hashlib


def key_of(url: str) -> str:
    """Return the first 12 characters of the lower-case base32 of the SHA-256 of `url`."""
    digest = hashlib.sha256(url.encode("utf-8")).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:12]


def part_key(url: str) -> str:
    """Return the permalink of an essay, `<key of the whole>#2`, from its address `<the whole's>#2`."""
    whole, _, number = url.rpartition("#")
    return f"{key_of(whole)}#{number}"


def whole_key(key: str) -> str:
    """Return the permalink of the text that an essay is a part of; of any other text, its own."""
    return key.partition("#")[0]
