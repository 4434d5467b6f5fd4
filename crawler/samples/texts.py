"""The clean texts of the sample sites, as declared under `texts/<site>/`.

A file is a header (`key: value` lines), an empty line, and the text, one paragraph a line. Marks:

    - …            list item                | a | b |      table row
    > …            signature (落款), right  @ FILE NAME    link to an attachment
    ====           the page ends here and goes on at the next part (下一页)
    ⏎              a line break that is none of the text's: a hard wrap, or a title over two lines
    ⟦省略176⟧      alone on a line: the site withholds 176 characters here
    ⟦未完107⟧      at the end: the site withholds the last 107 characters
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Literal, TypeAlias

LineKind: TypeAlias = Literal["paragraph", "list_item", "table_row", "signature", "attachment", "omission"]

_WRAP = "⏎"
_OMISSION = re.compile(r"⟦(省略|未完)(\d+)⟧")
_PART_BREAK = "===="
_MARKS: Mapping[str, LineKind] = {"- ": "list_item", "| ": "table_row", "> ": "signature", "@ ": "attachment"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a text, its mark read."""

    kind: LineKind
    wrapped: str
    """As printed: hard wraps are line breaks, omissions are taken out."""
    omitted_chars: int = 0
    """Characters that the site withholds here or, in the last line, behind it."""
    href: str = ""
    """File that an attachment line links to, relative to the page."""

    @property
    def clean(self) -> str:
        """Without hard wraps; the cells of a table row separated by one tab."""
        return self.wrapped.replace("\n", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One article before any damage."""

    site: str
    path: str
    """Absolute path on its host."""
    wrapped_title: str
    """As printed; a line break where it goes over two lines."""
    date: str
    """ISO 8601 without a zone, as exact as the page prints it."""
    header: Mapping[str, str]
    """The other keys: source, author, editor, views (浏览次数), `teaser` (characters repeated before the
    body), `script` (traditional), `mirrored` (the mirror copied it), `original` (site and path of
    the text that this one is a copy of), `irrelevant` (no campaign material, but this)."""
    parts: tuple[tuple[Line, ...], ...]
    """One per page of the article; nearly always one."""

    @property
    def title(self) -> str:
        """As it should be archived: one line."""
        return self.wrapped_title.replace("\n", "")

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all parts."""
        return tuple(line for part in self.parts for line in part)

    @property
    def body(self) -> str:
        """As it should be archived: paragraphs one a line, no mark left."""
        return "\n".join(line.clean for line in self.lines if line.kind != "omission")

    @property
    def omissions(self) -> tuple[int, ...]:
        """Characters withheld, gap by gap."""
        return tuple(line.omitted_chars for line in self.lines if line.omitted_chars)

    @property
    def tail_chars(self) -> int:
        """Characters withheld behind the last line; 0 when it is shown to its end."""
        return 0 if self.lines[-1].kind == "omission" else self.lines[-1].omitted_chars

    @property
    def shown_chars(self) -> int:
        """Title and body as shown, spaces not counted: what an essay mill counts."""
        return len(re.sub(r"\s", "", self.title + self.body))

    @property
    def declared_chars(self) -> int:
        """What the site says the whole text has."""
        return self.shown_chars + sum(self.omissions)


@cache
def texts_of(site: str) -> tuple[Text, ...]:
    """Return the articles declared for one site, newest first; the mirror has none of its own."""
    return tuple(sorted(_declared(site), key=lambda text: (text.date, text.path), reverse=True))


@cache
def attachments_of(site: str) -> tuple[Text, ...]:
    """Return the attached documents declared for one site, in `texts/<site>/attachments/`."""
    return tuple(_declared(site, "attachments"))


def read_text(site: str, declared: str) -> Text:
    """Read one declaration; a header without path, title or date is a `KeyError`."""
    lines = iter(declared.splitlines())
    header = dict(_key_and_value(line) for line in takewhile(str.strip, lines))
    return Text(
        site=site,
        path=header.pop("path"),
        wrapped_title=header.pop("title").replace(_WRAP, "\n"),
        date=header.pop("date"),
        header=header,
        parts=tuple(_parts(line for line in lines if line.strip())),
    )


def _declared(site: str, *folders: str) -> Iterator[Text]:
    folder = files("crawler.samples").joinpath("texts", site, *folders)
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.is_file():
            yield read_text(site, entry.read_text("utf-8"))


def _key_and_value(line: str) -> tuple[str, str]:
    key, _, value = line.partition(":")
    return key, value.strip()


def _parts(lines: Iterator[str]) -> Iterator[tuple[Line, ...]]:
    while part := tuple(map(_line, takewhile(lambda line: line != _PART_BREAK, lines))):
        yield part


def _line(declared: str) -> Line:
    omitted = sum(int(number) for _, number in _OMISSION.findall(declared))
    shown = _OMISSION.sub("", declared).replace(_WRAP, "\n")
    kind = _MARKS.get(shown[:2], "paragraph" if shown else "omission")
    match kind:
        case "table_row":
            return Line(kind=kind, wrapped="\t".join(cell.strip() for cell in shown.strip("| ").split("|")))
        case "attachment":
            href, name = shown[2:].split(" ", 1)
            return Line(kind=kind, wrapped=name, href=href)
        case "list_item" | "signature":
            return Line(kind=kind, wrapped=shown[2:])
        case _:
            return Line(kind=kind, wrapped=shown, omitted_chars=omitted)
