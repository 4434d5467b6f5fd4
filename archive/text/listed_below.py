"""Lists that stand below a text (related links, comments), told from the document's own last part."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from archive.outline import heading_level, is_signature
from archive.text.line import Line


def is_official(line: Line) -> bool:
    """Tell whether a line is a numbered heading, a signature or an annex (附件)."""
    return bool(heading_level(line.text) or is_signature(line.text) or line.folded.startswith("附"))


def list_below(
    tail: Sequence[Line], heading: re.Pattern[str], *, is_own: Callable[[Line], bool] = is_official
) -> int:
    """Return where in `tail` the line stands that heads a list, with all below it: its end where none does.

    Where a line follows that `is_own`, the document's, no such list begins.
    """
    start = next((n for n, line in enumerate(tail) if heading.fullmatch(line.folded.strip())), len(tail))
    return len(tail) if any(map(is_own, tail[start:])) else start
