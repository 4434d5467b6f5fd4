"""Tells a shell, a page that its scripts must fill first, from a page that has its text."""

from __future__ import annotations

import re

MOST_CHARACTERS = 200
"""Of a shell: a menu's few words, a line that asks for JavaScript."""

_TAG = re.compile(r"<(/?[a-z][a-z0-9-]*)[^<>]*>?|<!--", re.IGNORECASE)
_UNSHOWN = frozenset(("script", "style", "noscript", "template", "title", "textarea"))


def is_shell(source: str) -> bool:
    """Tell whether an HTML page has a script, and less text than an article or a list would have.

    Linear, whatever the source: it is asked of pages that a hostile server may have sent.
    """
    shown, at, has_script = 0, 0, False
    while tag := _TAG.search(source, at):
        shown += _length(source[at : tag.start()])
        if shown >= MOST_CHARACTERS:
            return False
        name = (tag[1] or "").lower()
        has_script = has_script or name == "script"
        at = _end(source, name, tag)
    return has_script and shown + _length(source[at:]) < MOST_CHARACTERS


def _end(source: str, name: str, tag: re.Match[str]) -> int:
    """Where the next thing that is shown may begin: behind a tag, a comment, a script with all it holds."""
    if not name:
        end = source.find("-->", tag.end())
    elif name in _UNSHOWN:
        closing = re.compile(f"</{name}", re.IGNORECASE).search(source, tag.end())
        end = closing.start() if closing else -1
    else:
        end = tag.end()
    return len(source) if end < 0 else end


def _length(text: str) -> int:
    return len("".join(text.split()))
