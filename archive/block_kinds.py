"""What a line of a text is by its wording; what its markup says is known to the reader of its format.

The one place that decides it: for pages when they are read, for all others when their text has been cleaned.
"""

from __future__ import annotations

import re

from archive.captions import is_caption
from archive.model import BlockKind
from archive.outline import is_signature

_ATTACHMENT = re.compile(
    r"附\s*[件表]\s*[\d一二三四五六七八九十]*\s*[:：.、]|.+\.(?:docx?|pdf|xlsx?|zip|rar)$", re.IGNORECASE
)
_LONGEST = 80
"""A longer line is a paragraph."""


def kind_by_wording(line: str, *, is_late: bool) -> BlockKind:
    """Return attachment, caption, signature or paragraph; a heading is found by `archive.outline`.

    `is_late`: it stands in the second half of its text, where texts are signed; above, a unit's name alone
    is the one that is addressed.
    """
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return "paragraph"
    if ("." in line or line[0] == "附") and _ATTACHMENT.match(line):
        return "attachment"
    if is_caption(line):
        return "caption"
    return "signature" if is_late and is_signature(line) else "paragraph"
