"""The evidence: bytes, and how they came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One response, or one imported file, as a reader gets it."""

    url: str
    """Address after redirects; `urn:sha256:<hex>` of an imported file."""
    captured_at: str
    """UTC, ISO 8601 to the second, ends in Z."""
    body: bytes
    """Transfer and content encodings undone; charset untouched."""
    status: int | None = None
    """HTTP status; None for a file."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Response headers, names in lower case; of several of one name the last."""
    file_name: str | None = None
    """Name of an imported file, without its folder."""
