"""Exit codes beside those of `archive.errors`; the table in `crawler.cli` has all of them."""

from __future__ import annotations

from typing import Final

ALARM: Final = 3
BUG: Final = 70
INTERRUPTED: Final = 130
