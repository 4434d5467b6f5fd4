"""The citation of an archived article: GB/T 7714-2015, BibTeX (biblatex) and RIS.

The responsible party is the author, else the source where it names anybody, else the site's own name; the
publisher is the site. The
day of access is that of the capture, since it is that day's text which is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from archive.fold import fold

_UNKNOWN_TITLE: Final = "无题"
_SHOWN_AUTHORS: Final = 3
_NOBODY: Final = re.compile(
    "(?:来[源自]|转[载自]|摘自)?于?(?:(?:互联|因特)网|网[络上])(?:资源|收集|整理|转载)?"
    "|(?:本[站网])?(?:原创|整理|转载|综合)|本[站网]|未知|不详|佚名|其[他它]"
)
"""Printed as a source (来源：网络), and no name of anybody who could be responsible."""
_SPECIAL_TO_TEX: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_{}"},
}


def gb7714(article: Mapping[str, object], cited_on: str) -> str:
    """Return `作者. 题名[EB/OL]. (发布日期)[引用日期]. 网址.`; more than three authors are cut with 等.

    `article` is a row of `articles` with `site_title` and `site_kind`; `cited_on` the day it was captured.
    """
    published = _plain(article["published_at"])[:10]
    dates = (f"({published})" if published else "") + f"[{cited_on[:10]}]"
    parts = [_shortened(_authors(article)), f"{_title(article)}[EB/OL]", dates, _plain(article["url"])]
    return ". ".join(part for part in parts if part) + "."


def bibtex(article: Mapping[str, object], cited_on: str, permalink: str) -> str:
    """Return one biblatex `@online` entry.

    biblatex reads `url` as it stands. The note is TeX, where a bare `%` begins a comment, also within `\\url`
    (url.sty, "Usage"); hyperref reads `\\%` there as the character.
    """
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in _authors(article)),
        "title": f"{{{_tex(_title(article))}}}",
        "date": _plain(article["published_at"])[:10],
        "organization": _tex(_publisher(article)),
        "url": _address(article),
        "urldate": cited_on[:10],
        "note": rf"\url{{{_tex_address(permalink)}}}",
        "langid": "chinese",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{_entry_key(article)},\n{lines}}}\n"


def ris(article: Mapping[str, object], cited_on: str, permalink: str, note: str = "") -> str:
    """Return one RIS record of the type ELEC, lines ended as the format asks."""
    lines = [
        ("TY", "ELEC"),
        *(("AU", name) for name in _authors(article)),
        ("TI", _title(article)),
        ("DA", _plain(article["published_at"])[:10].replace("-", "/")),
        ("PY", _plain(article["published_at"])[:4]),
        ("PB", _publisher(article)),
        ("UR", _plain(article["url"])),
        ("L2", permalink),
        ("Y2", cited_on[:10].replace("-", "/")),
        ("LA", "zh"),
        ("ID", _entry_key(article)),
        ("N1", note),
    ]
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines if value) + "ER  - \r\n"


@dataclass(frozen=True, slots=True)
class Reference:
    """One form that reference managers read."""

    mime: str
    write: Callable[[Mapping[str, object], str, str], str]


REFERENCES: Final[Mapping[str, Reference]] = {
    "bib": Reference("application/x-bibtex; charset=utf-8", bibtex),
    "ris": Reference("application/x-research-info-systems; charset=utf-8", ris),
}
"""By the end of an article's address."""


def _entry_key(article: Mapping[str, object]) -> str:
    """The article's permanent key; that of a part holds a `#`, which stands in no key of BibTeX or RIS."""
    return _plain(article["key"]).replace("#", "-")


def _authors(article: Mapping[str, object]) -> Sequence[str]:
    return _plain(article["author"]).split() or [*_corporate(article)]


def _corporate(article: Mapping[str, object]) -> Iterator[str]:
    names = (_plain(article[field]) for field in ("source", "site_name"))
    yield from [name for name in names if name and not _NOBODY.fullmatch(fold(name))][:1]


def _publisher(article: Mapping[str, object]) -> str:
    """The name that the page gives, else the archive's for the site; nobody for a collection of files."""
    ours = () if article["site_kind"] == "imported" else ("site_title", "site")
    return next(filter(None, (_plain(article[name]) for name in ("site_name", *ours))), "")


def _shortened(authors: Sequence[str]) -> str:
    more = ",等" if len(authors) > _SHOWN_AUTHORS else ""
    return ",".join(authors[:_SHOWN_AUTHORS]) + more


def _title(article: Mapping[str, object]) -> str:
    return _plain(article["title"]) or _UNKNOWN_TITLE


def _address(article: Mapping[str, object]) -> str:
    """Braces would end the field."""
    return _plain(article["url"]).replace("{", "%7B").replace("}", "%7D")


def _tex_address(address: str) -> str:
    return re.sub("[%#]", r"\\\g<0>", address)


def _tex(text: str) -> str:
    return "".join(_SPECIAL_TO_TEX.get(character, character) for character in _one_line(text))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _plain(value: object) -> str:
    return "" if value is None else str(value)
