"""From a capture to the changes that it makes to the articles; nothing is written here.

Texts are read and composed before the transaction that saves them, so that it stays short.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlite_utils import Database

from archive import article
from archive.catalogue.relevance import THRESHOLD
from archive.extract.rules import Rules
from archive.model import NO_HOST_LINES, Article, HostLines
from archive.store.articles.changes import (
    Change,
    Earlier,
    Elsewhere,
    FileText,
    Gone,
    Irrelevant,
    ReadPage,
    Removed,
    Seen,
    Text,
)
from archive.store.articles.versions import current_version, digest_of
from archive.store.derivation.earlier import is_earlier_file, is_earlier_page
from archive.store.derivation.host_lines import host_of, learn_host_lines, stored_host_lines
from archive.store.derivation.linked_files import linked_files
from archive.store.derivation.pages import Pages, StoredPage
from archive.store.derivation.place import known_articles, place_of
from archive.store.rows import value
from archive.store.sighting import Sighting, is_readable


class Derivation:
    """What captures of one site mean for its articles."""

    def __init__(self, db: Database, site: str, warc_directory: Path, rules: Rules) -> None:
        self._db = db
        self._site = site
        self._pages = Pages(db, site, warc_directory, rules)
        self._host_lines = stored_host_lines(db, site)

    def changes(self, seen: Sighting) -> tuple[Change, ...]:
        """Return what is to be written; nothing for a listing, an error or a page without a text."""
        return tuple(self._changes(seen))

    def _changes(self, seen: Sighting) -> Iterator[Change]:
        if seen.kind == "article" and (how := seen.gone_as):
            for article_id in known_articles(self._db, self._site, seen):
                yield Gone(article_id=article_id, how=how)
        elif seen.kind == "article":
            yield from self._of_first_page(seen)
        elif seen.kind == "part":
            for article_id, position in self._pages.named_by(seen.requested_url):
                yield from self._of_page(seen, article_id, position, self._address_of(article_id))
        elif seen.kind == "attachment" and is_readable(seen.kind, seen.status):
            yield from self._of_file(seen)

    def _of_file(self, seen: Sighting) -> Iterator[Change]:
        if not is_earlier_file(self._db, seen):
            text = seen.extraction.text if seen.extraction and seen.shows_text else None
            yield FileText(url=seen.requested_url, text=text)

    def _of_first_page(self, seen: Sighting) -> Iterator[Change]:
        place = place_of(self._db, self._site, seen)
        if place.removed:
            yield Removed(why=place.removed)
        elif place.site == self._site:
            yield from self._of_page(seen, place.article_id, 0, place.url)
        elif seen.shows_text:
            yield Elsewhere(site=place.site)

    def _of_page(self, seen: Sighting, article_id: int | None, position: int, url: str) -> Iterator[Change]:
        stored = [] if article_id is None else self._pages.stored(article_id)
        if article_id is not None and is_earlier_page(self._db, seen, article_id):
            # A further page alone tells no text.
            yield from () if position else self._of_earlier_page(seen, article_id, stored, url)
        elif article_id is not None and (seen.status == 304 or _shows_same_bytes(seen, stored[position:])):
            yield Seen(article_id=article_id, position=position)
        elif seen.shows_text and seen.extraction is not None:
            this = ReadPage(capture_id=None, extraction=seen.extraction)
            pages = self._pages.all_from(self._pages.read(stored[0]) if position else this, seen)
            composed = self._composed(seen, pages, url)
            if article_id is None and not _is_wanted(seen, composed):
                relevance = composed.catalogued.relevance
                yield Irrelevant(title=composed.cleaned.title, relevance=relevance)
                return
            yield Text(
                article_id=article_id,
                article=composed,
                pages=pages,
                position=position,
                files=linked_files(self._db, self._site, self._pages, composed.files),
                corrects=article_id is not None and self._corrects(article_id, position, stored, composed),
            )

    def _of_earlier_page(
        self, seen: Sighting, article_id: int, stored: Sequence[StoredPage], url: str
    ) -> Iterator[Change]:
        if _shows_same_bytes(seen, stored):
            yield Earlier(article_id=article_id, text=None)
        elif seen.shows_text and seen.extraction is not None:
            pages = self._pages.all_from(ReadPage(capture_id=None, extraction=seen.extraction), seen)
            yield Earlier(article_id=article_id, text=self._composed(seen, pages, url).cleaned)

    def _corrects(self, article_id: int, position: int, stored: Sequence[StoredPage], new: Article) -> bool:
        """Whether the site shows nothing new: a page was missing until now, or our rules are better now."""
        version = current_version(self._db, article_id)
        if position and _was_unfinished(version.capture_id, stored, position):
            return True
        new_digest = digest_of(new.cleaned)
        if version.content_digest == new_digest:
            return False
        again = self._compose([self._pages.read(page) for page in stored], new.url)
        return digest_of(again.cleaned) == new_digest

    def again(self, article_id: int) -> Text | None:
        """Return the article's text with today's rules and host's lines; None where they find none.

        Raises `DamageError` where a record of it is not intact, `InputError` for a damaged document.
        """
        pages = tuple(self._pages.read(page) for page in self._pages.stored(article_id))
        if not pages or pages[0].extraction.kind != "article":
            return None
        composed = self._compose(pages, self._address_of(article_id))
        files = linked_files(self._db, self._site, self._pages, composed.files)
        return Text(
            article_id=article_id, article=composed, pages=pages, position=0, files=files, corrects=True
        )

    def learn(self) -> None:
        """Count the lines that the site's hosts repeat, and clean with them from now on."""
        learn_host_lines(self._db, self._site)
        self._host_lines = stored_host_lines(self._db, self._site)

    def _address_of(self, article_id: int) -> str:
        return str(value(self._db, "SELECT url FROM articles WHERE id = ?", [article_id]))

    def _composed(self, seen: Sighting, pages: Sequence[ReadPage], url: str) -> Article:
        if seen.composed is not None and len(pages) == 1 and not self._lines_at(url).version:
            return article.at_address(seen.composed, url)
        return self._compose(pages, url)

    def _compose(self, pages: Sequence[ReadPage], url: str) -> Article:
        made = article.compose([page.extraction for page in pages], self._lines_at(url))
        return article.at_address(made, url)

    def _lines_at(self, url: str) -> HostLines:
        return self._host_lines.get(host_of(url), NO_HOST_LINES)


def _shows_same_bytes(seen: Sighting, stored: Sequence[StoredPage]) -> bool:
    return bool(stored) and stored[0].payload_digest == seen.payload_digest


def _is_wanted(seen: Sighting, text: Article) -> bool:
    """A text that is kept already stays, whatever becomes of it: its versions tell that."""
    return seen.selection == "all" or text.catalogued.relevance.score >= THRESHOLD


def _was_unfinished(version_capture_id: int, stored: Sequence[StoredPage], position: int) -> bool:
    """Whether the newest version never stood on the site.

    The page at `position` was missing in it, or was last seen before it, with no walk in between.
    """
    if position >= len(stored):
        return True
    return stored[position].last_capture_id < version_capture_id >= stored[0].last_capture_id
