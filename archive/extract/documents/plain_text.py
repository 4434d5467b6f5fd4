"""Plain text files: every line a block, nothing interpreted."""

from __future__ import annotations

import re

from archive.extract.charset import decode
from archive.model import Block, Extraction

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_END_OF_FILE = "\0\x1a"
"""Padding of old disk blocks, and Ctrl-Z, which ended a text under DOS."""


def extract_plain_text(body: bytes, url: str) -> Extraction:
    """Return the lines of a text in UTF-8, GB18030, Big5 or UTF-16.

    Blank lines are blocks of empty text and leading blanks stay, since both tell titles and signatures
    from paragraphs: `text` is the file with its line ends made alike. A file of blanks is `empty`.
    """
    decoded = decode(body)
    text = decoded.text.removeprefix("\ufeff").rstrip(_END_OF_FILE)
    return Extraction(
        url=url,
        kind="article" if text.strip() else "empty",
        blocks=tuple(Block(kind="paragraph", text=line) for line in _LINE_END.split(text)),
        charset=decoded.charset,
        replaced_chars=decoded.replaced_chars,
    )
