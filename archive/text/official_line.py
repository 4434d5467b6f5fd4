"""Lines that furniture has none of: where one stands below it, the words are the document's own."""

from __future__ import annotations

from archive.outline import heading_level, is_signature
from archive.text.line import Line


def is_official(line: Line) -> bool:
    """Tell whether a line is a numbered heading, a signature or an annex (附件)."""
    return bool(heading_level(line.text) or is_signature(line.text) or line.folded.startswith("附"))
