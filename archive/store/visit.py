"""What a spider or an import hands to the recorder, and what the recorder says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from archive.model import Article, Extraction, PageKind
from archive.store.exchange import Exchange

VisitKind: TypeAlias = Literal["listing", "article", "part", "attachment", "other"]
"""What the address was visited as; `other`: robots.txt, a redirect."""

VisitState: TypeAlias = Literal["pending", "done", "failed", "skipped"]

Saved: TypeAlias = Literal["new", "changed", "unchanged", "recorded"]
"""`recorded`: kept, but it made or changed no article by itself (a listing, a further page, a failure)."""

RunKind: TypeAlias = Literal["crawl", "retry", "pages", "import", "rebuild", "merge"]
"""`crawl` walks the lists of a site; `retry` asks again for what failed, `pages` for single addresses."""

FORBIDDEN = "robots.txt"
"""A reason for skipping that begins so counts as forbidden."""

IRRELEVANT = "not campaign material"
"""A reason for skipping that begins so counts as irrelevant."""

NO_ARTICLE = "holds no article (it looks like: {})"
"""Why a page gave no text, with what it is instead; see `no_article`."""

_FILE = "a picture, a scan or another file without a text"

SENT_HOME = "is sent to the home page, as what was taken away often is"
NO_SUCH_PAGE = "says that there is no such page, though with status 200"

Selection: TypeAlias = Literal["all", "campaign_material"]
"""Which pages become articles: all (a campaign channel's, a researcher's), or campaign material."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRow:
    """A site, or a collection of imported files, as the table `sites` keeps it."""

    name: str
    title: str
    home: str | None = None
    kind: str = "imported"
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierLink:
    """An address found on a page, and what to visit it as."""

    url: str
    kind: VisitKind
    depth: int = 0
    """Lists on the way to it, without the further pages of one list."""
    refused: str | None = None
    """Why it is not to be visited all the same; it is kept as skipped, so that nothing is silently gone."""
    selection: Selection = "all"
    """Of a list: what is to be kept of the pages that it leads to."""
    title: str | None = None
    """The link's text, of one that is refused for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One address visited, whatever came of it."""

    url: str
    """The address as the frontier has it; `exchange.url` may be another one after a redirect."""
    kind: VisitKind
    exchange: Exchange | None = None
    """None when nothing answered (a timeout) or nothing was asked (forbidden)."""
    state: VisitState = "done"
    """What the frontier shall say; `pending` together with `next_visit_at` to try again."""
    reason: str | None = None
    """Why it failed or was skipped, as a sentence."""
    extraction: Extraction | None = None
    """What `archive.article.read` made of an article, part or attachment that answered 200; a rebuild asks it
    again, so a visit that hands in something else, or nothing, comes out differently after a rebuild."""
    composed: Article | None = None
    """The article that the extraction is alone, where somebody has made it already."""
    links: tuple[FrontierLink, ...] = field(default=())
    """Addresses to visit; those known already are left as they are."""
    next_visit_at: str | None = None
    """UTC; when to come again. None: never, unless pending."""
    selection: Selection = "all"
    """Whether its text is kept whatever it is about."""
    title: str | None = None
    """Of a page that is skipped as no campaign material, for whoever looks through those."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What crawls made of the articles that they met for the first time."""

    kept: int
    irrelevant: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What one run did, as the table `runs` has it."""

    id: int
    site: str
    kind: RunKind
    started_at: str
    finished_at: str | None
    outcome: str | None
    listed: int
    fetched: int
    new: int
    changed: int
    unchanged: int
    failed: int
    skipped: int
    forbidden: int
    warnings: tuple[str, ...]
    irrelevant: int = 0
    """Of those skipped: no campaign material."""
    alarms: tuple[str, ...] = ()
    """What somebody must look at."""


def no_article(kind: PageKind) -> str:
    """Return why a page of this kind gave no text: it is a listing, a shell, a file without a text."""
    return NO_ARTICLE.format(_FILE if kind == "unreadable" else kind.replace("_", " "))
