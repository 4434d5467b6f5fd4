"""Every answer of every sample site, path by path: the same bytes on each start."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import PurePosixPath

from crawler.samples.conversion import articles_of, printed
from crawler.samples.documents import CONTENT_TYPES, attachment_bytes, member_file_bytes
from crawler.samples.rendering import ArticleContext, ListContext, part_path, render_article, render_list
from crawler.samples.sites import Channel, Site
from crawler.samples.texts import Text, attachments_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One answer with status 200."""

    content_type: str
    body: bytes
    has_etag: bool = False

    @property
    def etag(self) -> str | None:
        """Strong validator of an article or file; lists have none."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"' if self.has_etag else None


@cache
def pages_of(site: Site) -> Mapping[str, Page]:
    """Return all pages of a site by path, robots.txt included."""
    return dict(_pages(site))


def _pages(site: Site) -> Iterator[tuple[str, Page]]:
    yield "/", _front_page(site)
    yield "/robots.txt", Page(content_type="text/plain", body=_robots(site).encode())
    for channel in site.channels:
        texts = [text for text in articles_of(site) if text.path.startswith(channel.path)]
        yield from _lists(site, channel, texts)
        yield from _articles(site, channel, texts)
    for text in attachments_of(site.name):
        yield text.path, _file(text.path, attachment_bytes(text))


def _lists(site: Site, channel: Channel, texts: list[Text]) -> Iterator[tuple[str, Page]]:
    count = ceil(len(texts) / site.page_size)
    for number in range(1, count + 1):
        shown = texts[(number - 1) * site.page_size : number * site.page_size]
        page = ListContext(site=site, channel=channel, number=number, page_count=count, texts=shown)
        yield page.path, _html(site, printed(site, render_list(page)))


def _articles(site: Site, channel: Channel, texts: list[Text]) -> Iterator[tuple[str, Page]]:
    for newer, text, older in zip([None, *texts], texts, [*texts[1:], None], strict=False):
        if PurePosixPath(text.path).suffix in CONTENT_TYPES:
            yield text.path, _file(text.path, member_file_bytes(text))
            continue
        for part in range(1, len(text.parts) + 1):
            page = ArticleContext(site=site, channel=channel, text=text, part=part, older=older, newer=newer)
            yield part_path(text, part), _html(site, printed(site, render_article(page), text), has_etag=True)


def _html(site: Site, html: str, *, has_etag: bool = False) -> Page:
    codec = "gbk" if site.charset == "gb2312" else site.charset
    return Page(content_type=f"text/html; charset={site.charset}", body=html.encode(codec), has_etag=has_etag)


def _file(path: str, body: bytes) -> Page:
    return Page(content_type=CONTENT_TYPES[PurePosixPath(path).suffix], body=body, has_etag=True)


def _front_page(site: Site) -> Page:
    links = "".join(
        f'<li><a href="{site.list_path(channel, 1)}">{channel.title}</a></li>' for channel in site.channels
    )
    return _html(site, printed(site, f"<title>{site.title}</title><h1>{site.title}</h1><ul>{links}</ul>"))


def _robots(site: Site) -> str:
    delay = f"Crawl-delay: {site.crawl_delay}\n" if site.crawl_delay else ""
    return f"User-agent: *\nDisallow: {site.disallowed}\n{delay}"
