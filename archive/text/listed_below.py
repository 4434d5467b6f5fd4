"""Lists that stand below a text (related links, comments), told from the document's own last part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.outline import heading_level, is_signature
from archive.text.line import Line


def list_below(tail: Sequence[Line], heading: re.Pattern[str]) -> int:
    """Return where in `tail` the line stands that heads a list, with all below it: its end where none does.

    A heading, signature or annex is no part of such a list: where one follows, the words are the document's.
    """
    start = next((n for n, line in enumerate(tail) if heading.fullmatch(line.folded.strip())), len(tail))
    return len(tail) if any(map(_is_official, tail[start:])) else start


def _is_official(line: Line) -> bool:
    """Tell whether a line is a numbered heading, a signature or an annex (附件)."""
    return bool(heading_level(line.text) or is_signature(line.text) or line.folded.startswith("附"))
