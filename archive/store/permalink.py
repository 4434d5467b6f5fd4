"""The permanent name of an article: the same on every machine, and after every rebuild."""

from __future__ import annotations

import base64
import hashlib


def key_of(url: str) -> str:
    """Return the first 12 characters of the lower-case base32 of the SHA-256 of `url`."""
    digest = hashlib.sha256(url.encode("utf-8")).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:12]


def content_digest(title: str | None, body: str) -> str:
    """Return `sha256:<hex>` of title, line break and body: what tells one version of a text from another."""
    text = f"{title or ''}\n{body}"
    return f"sha256:{hashlib.sha256(text.encode('utf-8')).hexdigest()}"
