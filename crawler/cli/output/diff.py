"""The difference that cleaning makes, on a terminal: what went in red, what came in green."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from archive.model import Cleaned, Edit
from crawler.cli.output.tables import WIDE

_REMOVED, _PUT, _RULE = "red strike", "green", "dim"
_CONTEXT = 30
_LONGEST = 400


def print_diff(name: str, cleaned: Cleaned) -> None:
    """Print every edit between the raw text and the clean one; in a pipe without colour, as [-…-] {+…+}."""
    console = Console(width=None if sys.stdout.isatty() else WIDE, highlight=False, soft_wrap=True)
    console.print(Text(f"# {name}", style="bold"))
    for line in diff_lines(cleaned):
        console.print(line)


def diff_lines(cleaned: Cleaned) -> Iterator[Text]:
    """Yield one line an edit: place in the raw text, rule, and what changed among its neighbours."""
    for edit in cleaned.edits:
        line = Text(f"{edit.start:>6} {edit.rule:<18}", style=_RULE)
        if edit.confidence < 1:
            line.append(f"{edit.confidence:.0%} ", style="yellow")
        line.append_text(_changed(cleaned.raw, edit))
        yield line


def _changed(raw: str, edit: Edit) -> Text:
    changed = Text(_shown(raw[max(0, edit.start - _CONTEXT) : edit.start]), style="not dim")
    if edit.removed:
        changed.append(f"[-{_shown(edit.removed[:_LONGEST])}-]", style=_REMOVED)
    if edit.put:
        changed.append(f"{{+{_shown(edit.put)}+}}", style=_PUT)
    return changed.append(_shown(raw[edit.end : edit.end + _CONTEXT]))


def _shown(text: str) -> str:
    """Line breaks and tabs as signs, so that an edit stays on its line."""
    return text.translate({ord("\n"): "⏎", ord("\r"): "␍", ord("\t"): "⇥", 0: "␀"})
