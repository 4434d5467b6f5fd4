"""Texts poured into the layouts of the sites: one template for articles and one for lists per site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from crawler.samples.sites import Channel, Site
from crawler.samples.texts import Line, LineKind, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleContext:
    """What the template of an article may print."""

    site: Site
    channel: Channel
    text: Text
    part: int
    """Which page of the article, from 1."""
    older: Text | None
    newer: Text | None

    @property
    def groups(self) -> Iterator[tuple[LineKind, list[Line]]]:
        """Lines in page order, neighbours of one kind together: a list, a table."""
        for kind, lines in groupby(self.text.parts[self.part - 1], key=lambda line: line.kind):
            yield kind, list(lines)

    @property
    def next_part(self) -> str:
        """Name of the next page of this article; empty on the last."""
        following = part_path(self.text, self.part + 1)
        return PurePosixPath(following).name if self.part < len(self.text.parts) else ""

    @property
    def teaser(self) -> str:
        """The opening words, cut, as some sites print them once more before the body; mostly empty."""
        chars = int(self.text.header.get("teaser", "0"))
        return self.text.body.replace("\n", "　")[:chars] + "..." if chars else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContext:
    """What the template of a list may print."""

    site: Site
    channel: Channel
    number: int
    """Which page, from 1."""
    page_count: int
    texts: Sequence[Text]

    @property
    def path(self) -> str:
        """Its own path."""
        return self.site.list_path(self.channel, self.number)

    def page_name(self, number: int) -> str:
        """File name of another page of this list."""
        return PurePosixPath(self.site.list_path(self.channel, number)).name


def part_path(text: Text, number: int) -> str:
    """Return the path of one page of an article: `x.htm`, `x_2.htm` …"""
    path = PurePosixPath(text.path)
    return str(path if number == 1 else path.with_stem(f"{path.stem}_{number}"))


def render_article(page: ArticleContext) -> str:
    """Return the HTML of one page of an article."""
    return _environment().get_template(f"{page.site.name}/article.html").render(page=page, text=page.text)


def render_list(page: ListContext) -> str:
    """Return the HTML of one list page."""
    return _environment().get_template(f"{page.site.name}/list.html").render(page=page)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("crawler.samples", "layouts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        broken=_broken, unpadded=_unpadded, day=_day, minute=_minute, relative_to=_relative_to
    )
    return environment


def _broken(wrapped: str) -> Markup:
    """Line breaks of the declaration as `<br>`."""
    return Markup("<br>").join(map(escape, wrapped.split("\n")))


def _unpadded(date: str, separator: str = "-") -> str:
    """`2010-06-03T09:12:05` as old systems print it: `2010-6-3 9:12:05`."""
    day, _, time = date.partition("T")
    printed = separator.join(str(int(number)) for number in day.split("-"))
    return f"{printed} {int(time[:2])}{time[2:]}" if time else printed


def _day(date: str) -> str:
    return date[:10]


def _minute(date: str) -> str:
    return date[:16].replace("T", " ")


def _relative_to(path: str, page_path: str) -> str:
    """`/a/201006/t1.htm` seen from `/a/index.htm`: `./201006/t1.htm`, as TRS writes it."""
    return "./" + posixpath.relpath(path, posixpath.dirname(page_path))
