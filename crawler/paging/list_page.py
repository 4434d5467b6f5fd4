"""One page of a list: its links, wherever the system hides them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from parsel import Selector

from archive.addresses import join_address, split_address
from archive.invisible import visible
from crawler.paging.forms import without_form

_RECORD = re.compile(r"<record>\s*<!\[CDATA\[(.*?)\]\]>\s*</record>", re.DOTALL)
"""One row of a list that JPage carries in a script or answers as XML."""


class ListPage:
    """One list page as served."""

    def __init__(self, url: str, html: str) -> None:
        self.url = url
        self.html = html

    @cached_property
    def selector(self) -> Selector:
        """The page, parsed once."""
        return Selector(text=self.html or "<p>", type="html")

    @cached_property
    def records(self) -> Selector:
        """The rows that a script or an XML answer carries."""
        return Selector(text="".join(_RECORD.findall(self.html)) or "<p>", type="html")

    def links(self, css: str = "body") -> Iterator[str]:
        """Addresses of all links within the elements that `css` names, and of rows in a data store.

        Absolute, without fragment; what is linked to again in the same words (a menu below) comes once.
        """
        listed = self.selector.css(css).xpath("descendant-or-self::a/@href").getall()
        for href in dict.fromkeys(listed + self.records.xpath("//a/@href").getall()):
            if address := self.address(href):
                yield address

    def titles(self, css: str = "body") -> dict[str, str]:
        """Return the addresses of `links` with what the links say: their title, else their text."""
        links = [
            *self.selector.css(css).xpath("descendant-or-self::a[@href]"),
            *self.records.xpath("//a[@href]"),
        ]
        found = {self.address(link.attrib["href"]): _words_of(link) for link in links}
        return {url: words for url, words in found.items() if url}

    def scripted(self, pattern: str) -> Iterator[str]:
        """Addresses that the first group of `pattern` takes from the source, for lists without links."""
        for found in re.findall(pattern, self.html):
            if address := self.address(found.replace("\\/", "/")):
                yield address

    def address(self, href: str) -> str | None:
        """Return what a link leads to; None for scripts, mail and broken addresses."""
        url = join_address(self._base, href.strip()) or ""
        return url.partition("#")[0] if url.startswith(("http://", "https://")) else None

    @property
    def file_name(self) -> str:
        """The last part of the path: `index_2.html`; empty for a folder."""
        return split_address(self.url).path.rpartition("/")[2]

    @cached_property
    def _base(self) -> str:
        here = without_form(self.url)
        return join_address(here, self.selector.css("base::attr(href)").get("")) or here


def _words_of(link: Selector) -> str:
    return " ".join(visible(link.attrib.get("title") or link.xpath("string()").get("")).split())
