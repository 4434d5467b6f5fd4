"""One page of a list: its links, wherever the system hides them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from parsel import Selector

from archive.addresses import join_address, split_address
from archive.invisible import visible
from crawler.address import as_asked, without_session
from crawler.paging.forms import form_address, form_of, without_form
from crawler.paging.json_rows import is_json, rows_of
from crawler.paging.scripts import Scripts

_RECORD = re.compile(r"<record>\s*<!\[CDATA\[((?:(?!<record>).)*?)\]\]>\s*</record>", re.DOTALL)
"""One row of a list that JPage carries in a script or answers as XML; one that has no end is none."""
_LINK, _ROW = "*[@onclick or self::a[@href]]", "a[@href]"


MOST_LINKS = 20_000
"""Of one page, which are read; a list has some hundreds. Each costs a kilobyte, and may be a script's."""


class ListPage:
    """One list page as served."""

    def __init__(self, url: str, html: str) -> None:
        self.url = url
        self.html = html

    @cached_property
    def selector(self) -> Selector:
        """The page, parsed once."""
        return Selector(text="<p>" if is_json(self.html) else self.html or "<p>", type="html")

    @cached_property
    def records(self) -> Selector:
        """The rows that a script carries, or an answer that is XML or JSON."""
        rows = "".join(_RECORD.findall(self.html)) or rows_of(self.html)
        return Selector(text=rows or "<p>", type="html")

    def links(self, css: str = "body") -> Iterator[str]:
        """Addresses of all links within the elements that `css` names, and of rows in a data store.

        Absolute, without fragment; what is linked to again in the same words (a menu below) comes once.
        """
        targets = {_written(link): link for link in self._anchors(css)}
        for link in targets.values():
            if address := self.target(link):
                yield address

    def titles(self, css: str = "body") -> dict[str, str]:
        """Return the addresses of `links` with what the links say: their title, else their text."""
        found = {self.target(link): words_of(link) for link in self._anchors(css)}
        return {url: words for url, words in found.items() if url}

    def scripted(self, pattern: str, form: str = "{}") -> Iterator[str]:
        """Addresses of the source, for lists without links: the first group of `pattern`, put into `form`."""
        found = (match[1] or "" for match in re.finditer(pattern, self.html))
        for part in islice(dict.fromkeys(found), MOST_LINKS + 1):
            if address := self.address(form.replace("{}", part.replace("\\/", "/"))):
                yield address

    def target(self, link: Selector) -> str | None:
        """Return what a link leads to: its address, the value of an option, or where its script goes."""
        href = link.attrib.get("value" if link.root.tag == "option" else "href", "")
        address = self.address(href)
        if href and address and address != self._here:
            return address
        code = link.attrib.get("onclick") or href
        written = self.scripts.target(code) if "(" in code or "=" in code else None
        return address if written is None else self._posted_or_asked(written)

    @cached_property
    def scripts(self) -> Scripts:
        """What the page's scripts make of its links."""
        return Scripts(self.html, self.selector)

    def address(self, href: str) -> str | None:
        """Return what a link leads to; None for scripts, mail and broken addresses."""
        url = join_address(self._base, href.strip()) or ""
        return (
            as_asked(without_session(url.partition("#")[0]))
            if url.startswith(("http://", "https://"))
            else None
        )

    @property
    def file_name(self) -> str:
        """The last part of the path: `index_2.html`; empty for a folder."""
        return split_address(self.url).path.rpartition("/")[2]

    def _posted_or_asked(self, written: str) -> str | None:
        """What a script leads to may be a form that it posts."""
        address, fields = self.address(without_form(written)), form_of(written)
        return form_address(address, fields) if address and fields else address

    @cached_property
    def anchors(self) -> list[Selector]:
        """The links of the page itself, as it shows them: the first `MOST_LINKS`."""
        return [*self.selector.xpath(_first(f"//{_LINK}"))]

    @cached_property
    def has_too_many_links(self) -> bool:
        """Whether some links are not read, since `MOST_LINKS` stand before them."""
        parts = ((self.selector, _LINK), (self.records, _ROW))
        return any(part.xpath(f"boolean((//{link})[{MOST_LINKS + 1}])").get() == "1" for part, link in parts)

    def _anchors(self, css: str) -> Iterator[Selector]:
        """Of elements within each other, a link may come twice."""
        for part in self.selector.css(css):
            yield from part.xpath(_first(f"descendant-or-self::{_LINK}"))
        yield from self.records.xpath(_first(f"//{_ROW}"))

    @cached_property
    def _here(self) -> str | None:
        return self.address("")

    @cached_property
    def _base(self) -> str:
        here = without_form(self.url)
        return join_address(here, self.selector.css("base::attr(href)").get("")) or here


def _first(links: str) -> str:
    """Return an XPath of those that are read: none of the others becomes an object."""
    return f"({links})[position() <= {MOST_LINKS}]"


def words_of(link: Selector) -> str:
    """Return what a link says: its title, else its text, as a reader sees them."""
    return " ".join(visible(link.attrib.get("title") or link.xpath("string()").get("")).split())


def _written(link: Selector) -> tuple[str | None, str | None]:
    return link.attrib.get("href"), link.attrib.get("onclick")
