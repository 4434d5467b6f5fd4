"""Pages without a text of their own: what a script must fill first, and what only leads to another page."""

from __future__ import annotations

import re

from lxml import etree

from archive.extract.notices import notice_kind
from archive.extract.page import Page
from archive.extract.shells import is_shell
from archive.model import PageKind

_LOCATION = r"(?:(?:window|self|top|parent|document|this)\s*\.\s*)*location(?:\s*\.\s*href)?"
_LEAVES = re.compile(
    rf"(?:^|[;{{}}\s]){_LOCATION}\s*(?:=|\.\s*(?:replace|assign)\()\s*[\"'][^\"']+[\"']", re.IGNORECASE
)
_CONDITION = re.compile(r"\bif\b|\bfunction\b|=>|\?[^\"']*:")
"""A page that leaves only for phones, or out of a frame, has a text of its own."""
_ALERT = re.compile(r"\balert\(\s*[\"']([^\"']{2,90})[\"']")
_MOST_SCRIPT = 600


def stub_kind(page: Page, lines: list[str]) -> PageKind | None:
    """Return redirect, shell, or what an alert says, of a page whose own `lines` hold next to nothing."""
    scripts = [script.text or "" for script in page.tree.iter("script")]
    for script in scripts:
        if (alert := _ALERT.search(script)) and (kind := notice_kind(alert[1])):
            return kind
    if _refreshes(page.tree) or page.tree.find(".//frameset") is not None or any(map(_leaves, scripts)):
        return "redirect"
    return "shell" if is_shell(page.tree, lines) else None


def _refreshes(tree: etree._Element) -> bool:
    return any(
        (meta.get("http-equiv") or "").lower() == "refresh" and "url" in (meta.get("content") or "").lower()
        for meta in tree.iter("meta")
    )


def _leaves(script: str) -> bool:
    return len(script) <= _MOST_SCRIPT and bool(_LEAVES.search(script)) and not _CONDITION.search(script)
