"""What an archive of the sample sites must hold, told by the declarations that serve them.

Nothing here has been through the archive's own reading or repair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from archive.model import Completeness
from crawler.samples.conversion import archived, articles_of
from crawler.samples.rendering import part_path
from crawler.samples.sites import ANQUANWANG, CHENGFENG, QINGSHAN, SITES, Site
from crawler.samples.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEssay:
    """One essay of a merged text, an article of its own in the archive."""

    title: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleArticle:
    """One article as it should be archived."""

    path: str
    title: str
    body: str
    """Clean text, paragraphs one a line, in the script of the page."""
    published_at: str
    """ISO 8601 without a zone, as exact as the page prints it; empty where a file prints none."""
    author: str | None
    """As printed in the byline; several names are joined by one blank."""
    source: str | None
    completeness: Completeness
    shown_chars: int | None
    """As the notice at the end states it; None where there is none."""
    declared_chars: int | None
    """Likewise."""
    omitted_chars: int | None
    """Sum of the gaps; None where nothing is withheld."""
    gaps: tuple[int, ...]
    """Characters withheld, gap by gap in the order of the text."""
    is_repaired: bool
    """Whether the page is printed with glued pinyin."""
    parts: tuple[str, ...]
    """Paths of its further pages."""
    attachments: tuple[str, ...]
    """Paths of the files that it links to."""
    original: tuple[str, str] | None
    """Spider of the site that it was copied from, and its path there; None where it is no copy."""
    essays: tuple[SampleEssay, ...]
    """Those that it merges, in their order; empty where it is one text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSite:
    """One site and what it answers besides articles."""

    name: str
    """Its host is `<name>.localhost`."""
    spider: str
    title: str
    kind: str
    articles: tuple[SampleArticle, ...]
    forbidden: str
    """Path prefix that must never be fetched; empty where all is allowed."""
    missing: tuple[str, ...]
    """Linked paths that answer 404."""
    healing: tuple[str, ...]
    """Paths that answer 500 once, then an article."""
    redirects: Mapping[str, str]
    irrelevant: tuple[str, ...]
    """Paths of pages that are no campaign material; they are skipped with a reason."""

    @property
    def archived(self) -> int:
        """How many articles an archive holds of the site: merged texts and their essays count each."""
        return len(self.articles) + sum(len(article.essays) for article in self.articles)

    @property
    def truncated(self) -> int:
        """How many articles the site shows in part."""
        return sum(article.completeness == "truncated" for article in self.articles)

    @property
    def repaired(self) -> int:
        """How many articles carry glued pinyin."""
        return sum(article.is_repaired for article in self.articles)

    @property
    def with_gaps(self) -> int:
        """How many articles have a gap."""
        return sum(bool(article.gaps) for article in self.articles)


def _sample_site(site: Site) -> SampleSite:
    return SampleSite(
        name=site.name,
        spider=site.spider,
        title=site.title,
        kind=site.kind,
        articles=tuple(
            _sample_article(site, archived(site, text))
            for text in articles_of(site)
            if not text.is_irrelevant
        ),
        forbidden=site.disallowed,
        missing=tuple(sorted(site.missing)),
        healing=tuple(sorted(site.healing)),
        redirects=site.redirects,
        irrelevant=tuple(text.path for text in articles_of(site) if text.is_irrelevant),
    )


def _sample_article(site: Site, text: Text) -> SampleArticle:
    counted = bool(text.tail_chars)  # only the notice at the end states totals
    return SampleArticle(
        path=text.path,
        title=text.title,
        body=text.body,
        published_at=_published_at(site, text),
        author=text.header.get("author") or None,
        source=text.header.get("source") or None,
        completeness=_completeness(site, text),
        shown_chars=text.shown_chars if counted else None,
        declared_chars=text.declared_chars if counted else None,
        omitted_chars=sum(text.omissions) or None,
        gaps=text.omissions,
        is_repaired=site is ANQUANWANG,
        parts=tuple(part_path(text, number) for number in range(2, len(text.parts) + 1)),
        attachments=tuple(_resolved(text, line.href) for line in text.lines if line.kind == "attachment"),
        original=_original(site, text),
        essays=tuple(_essays(text.body)),
    )


def _original(site: Site, text: Text) -> tuple[str, str] | None:
    """The mirror keeps the path; a mill's text says where it is from."""
    if site is ANQUANWANG:
        return QINGSHAN.spider, text.path
    name, _, path = text.header.get("original", "").partition("/")
    return next(((each.spider, f"/{path}") for each in SITES if each.name == name), None)


_ESSAY = re.compile(r"^第[一二三]篇：(.*)\n", re.MULTILINE)


def _essays(body: str) -> Iterator[SampleEssay]:
    _, *pieces = _ESSAY.split(body)
    for title, essay in zip(pieces[::2], pieces[1::2], strict=True):
        yield SampleEssay(title=title, body=essay.rstrip("\n"))


def _published_at(site: Site, text: Text) -> str:
    """The mirror prints no seconds, the vendor's files no date at all."""
    if site is CHENGFENG:
        return ""
    return text.date[:16] if site is ANQUANWANG else text.date


def _completeness(site: Site, text: Text) -> Completeness:
    if site is CHENGFENG:
        return "members_only"
    return "truncated" if text.omissions else "complete"


def _resolved(text: Text, href: str) -> str:
    return str(PurePosixPath(text.path).parent / href)


MANIFEST: tuple[SampleSite, ...] = tuple(_sample_site(site) for site in SITES)
"""All sample sites."""
