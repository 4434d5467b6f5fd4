"""What an archive of the sample sites must hold, told by the declarations that serve them.

Nothing here has been through the archive's own reading or repair.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from archive.model import Completeness
from archive.text.mirror.damage import to_traditional
from crawler.samples.conversion import PINYIN, articles_of
from crawler.samples.rendering import part_path
from crawler.samples.sites import ANQUANWANG, CHENGFENG, QINGSHAN, SITES, Site
from crawler.samples.texts import Text

_ESSAY = re.compile(r"^第[一二三]篇：(.*)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """One article as it should be archived."""

    site: Site
    text: Text
    """In the script of the page."""

    @property
    def published_at(self) -> str:
        """As exact as the page prints it: the mirror prints no seconds, the vendor's files no date at all."""
        if self.site is CHENGFENG:
            return ""
        return self.text.date[:16] if self.site is ANQUANWANG else self.text.date

    @property
    def completeness(self) -> Completeness:
        if self.site is CHENGFENG:
            return "members_only"
        if self.text.omissions:
            return "truncated"
        return "abridged" if self.text.title.endswith(("（摘要）", "（节选）")) else "complete"

    @property
    def counted(self) -> tuple[int | None, int | None]:
        """Characters declared and shown, as the notice at the end states them; None where there is none."""
        text = self.text
        return (text.declared_chars, text.shown_chars) if text.tail_chars else (None, None)

    @property
    def parts(self) -> tuple[str, ...]:
        """Paths of its further pages."""
        return tuple(part_path(self.text, number) for number in range(2, len(self.text.parts) + 1))

    @property
    def attachments(self) -> tuple[str, ...]:
        """Paths of the files that it links to."""
        folder = PurePosixPath(self.text.path).parent
        return tuple(str(folder / line.href) for line in self.text.lines if line.kind == "attachment")

    @property
    def original(self) -> tuple[str, str] | None:
        """Spider of the site that it was copied from, and its path there; None where it is no copy."""
        if self.site is ANQUANWANG:
            return QINGSHAN.spider, self.text.path
        name, _, path = self.text.header.get("original", "").partition("/")
        return next(((each.spider, f"/{path}") for each in SITES if each.name == name), None)

    @property
    def essays(self) -> list[tuple[str, str]]:
        """Title and body of each text that it merges, an article of its own in the archive."""
        _, *pieces = _ESSAY.split(self.text.body)
        return [(title, body.rstrip("\n")) for title, body in zip(pieces[::2], pieces[1::2], strict=True)]


def archived(site: Site, text: Text) -> Text:
    """Return a text in the characters in which it should be archived."""
    if site is ANQUANWANG:
        return _converted(text, lambda printed: to_traditional(printed).replace("，", PINYIN["，"]))
    return _converted(text, to_traditional) if text.header.get("script") == "traditional" else text


def _converted(text: Text, convert: Callable[[str], str]) -> Text:
    header = {key: convert(value) for key, value in text.header.items()}
    parts = tuple(tuple(replace(line, wrapped=convert(line.wrapped)) for line in part) for part in text.parts)
    return replace(text, wrapped_title=convert(text.wrapped_title), header=header, parts=parts)


MANIFEST: Mapping[Site, tuple[SampleArticle, ...]] = {
    site: tuple(
        SampleArticle(site, archived(site, text))
        for text in articles_of(site)
        if "irrelevant" not in text.header
    )
    for site in SITES
}
"""The articles of all sample sites."""


def irrelevant(site: Site) -> set[str]:
    """Return the paths of pages that are no campaign material; they are skipped with a reason."""
    return {text.path for text in articles_of(site) if "irrelevant" in text.header}
