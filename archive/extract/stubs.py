"""Pages without a text of their own: what a script must fill first, and what only leads to another page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from archive.extract.notices import notice_kind
from archive.extract.page import Page
from archive.extract.shells import is_shell
from archive.fold import fold
from archive.model import PageKind

_LOCATION = r"(?:(?:window|self|top|parent|document|this)\s*\.\s*)*location(?:\s*\.\s*href)?"
_LEAVES = re.compile(
    rf"(?:^|[;{{}}\s]){_LOCATION}\s*(?:=|\.\s*(?:replace|assign)\()\s*[\"'][^\"']+[\"']", re.IGNORECASE
)
_CONDITION = re.compile(r"\bif\b|\bfunction\b|=>|\?[^\"']*:")
"""A page that leaves only for phones, or out of a frame, has a text of its own."""
_MENTIONS_LEAVING = re.compile(
    rf"{_LOCATION}\s*(?:=(?!=)|\.\s*(?:replace|assign)\()|\[[\"']location[\"']\]|\.submit\(\)", re.I
)
_SAYS_IT_LEAVES = re.compile(
    r"(?:正在|即将)(?:为您)?(?:跳转|转[到向入])|(?:秒|自动).{0,6}(?:跳转|转[到向入])|redirecting"
    r"|(?:秒|自动).{0,4}(?:返回|进入)(?:首页|主页|上一?页|网站|本站)"
)
_ALERT = re.compile(r"\balert\(\s*[\"']([^\"']{2,90})[\"']")
_MOST_SCRIPT = 600
_SHOWN = ("img", "iframe", "embed", "object", "video")


def stub_kind(page: Page, lines: list[str]) -> PageKind | None:
    """Return redirect, shell, or what an alert says, of a page whose own `lines` hold next to nothing."""
    scripts = [script.text or "" for script in page.tree.iter("script")]
    for script in scripts:
        if (alert := _ALERT.search(script)) and (kind := notice_kind(alert[1])):
            return kind
    if _refreshes(page.tree) or page.tree.find(".//frameset") is not None or any(map(_leaves, scripts)):
        return "redirect"
    if is_shell(page.tree, lines):
        return "shell"
    is_leaving = _is_for_leaving(page.tree, lines) and any(
        map(_MENTIONS_LEAVING.search, _programs(page.tree))
    )
    return "redirect" if is_leaving else None


def _refreshes(tree: etree._Element) -> bool:
    return any(
        (meta.get("http-equiv") or "").lower() == "refresh" and "url" in (meta.get("content") or "").lower()
        for meta in tree.iter("meta")
    )


def _is_for_leaving(tree: etree._Element, lines: list[str]) -> bool:
    """Tell whether a page says that it leaves, or shows nothing: its script may then do so in any way."""
    if any(_SAYS_IT_LEAVES.search(fold(line)) for line in lines):
        return True
    return not lines and all(tree.find(f".//{name}") is None for name in ("a", *_SHOWN))


def _programs(tree: etree._Element) -> Iterator[str]:
    yield from (script.text or "" for script in tree.iter("script"))
    yield from (body.get("onload") or "" for body in tree.iter("body"))


def _leaves(script: str) -> bool:
    return len(script) <= _MOST_SCRIPT and bool(_LEAVES.search(script)) and not _CONDITION.search(script)
