"""The walk through a site's lists: what each page leads to, and where the walk ends."""

from __future__ import annotations

from collections.abc import Callable

from archive.store.exchange import Exchange
from archive.store.frontier import Frontier, FrontierRow
from archive.store.visit import IRRELEVANT, FrontierLink, Visit, VisitKind
from crawler.paging import Repeats
from crawler.paging.list_page import MOST_LINKS
from crawler.paging.view_states import ViewStates
from crawler.site import Site
from crawler.visits.list_reading import ListReading
from crawler.visits.traps import MOST_ADDRESSES, MOST_BARREN_LISTS, why_a_trap


class ListWalk:
    """That of one crawl."""

    def __init__(
        self, site: Site, frontier: Frontier, view_states: ViewStates, warn: Callable[[str], None]
    ) -> None:
        self._site = site
        self._frontier = frontier
        self._warn = warn
        self._view_states = view_states
        self._repeats = Repeats()
        self._instead: dict[str, tuple[str, str]] = {}
        """Further page by the site's file to the one before it, and the other one that this names itself."""
        self._barren = 0

    def visit(self, row: FrontierRow, exchange: Exchange, page: ListReading) -> Visit:
        """Return the visit of a list page, with all that it leads to."""
        self._view_states.remember(page.url, page.view_state)
        if page.is_cut:
            self._warn(f"{row.url} has more than {MOST_LINKS} links; those behind them are not followed")
        links = self._targets(row, page)
        articles = frozenset(link.url for link in links if link.kind == "article")
        self._give_up_barren_lists(articles)
        end = self._why_it_ends(row, articles)
        if page.following and not end and self._site.covers(page.following):
            if page.instead:
                self._instead[page.following] = row.url, page.instead
            links.append(_link(page.following, "listing", row, row.depth))
        return Visit(
            url=row.url,
            kind="listing",
            exchange=exchange,
            reason=end,
            links=tuple(links),
            selection=row.selection,
        )

    def miss(self, row: FrontierRow) -> None:
        """Note that a list is not there: the site's file may be wrong about its pages."""
        if row.url in self._instead:
            before, named = self._instead[row.url]
            self._warn(
                f"{row.url} is no further page of the list, and {before} leads to {named}; "
                f"compare `paging` of {self._site.name}"
            )

    def _targets(self, row: FrontierRow, page: ListReading) -> list[FrontierLink]:
        if self._frontier.has_more_than(MOST_ADDRESSES):
            self._warn(
                f"{self._site.name} has more than {MOST_ADDRESSES} addresses; no new ones are followed"
            )
            return []
        is_choosy, depth = row.selection != "all", row.depth + 1
        return [
            _link(link.url, link.kind, row, depth, link.unwanted_title if is_choosy else None)
            for link in page.links
        ]

    def _give_up_barren_lists(self, articles: frozenset[str]) -> None:
        self._barren = 0 if articles else self._barren + 1
        if self._barren > MOST_BARREN_LISTS:
            reason = f"{MOST_BARREN_LISTS} list pages before it linked to no article"
            self._frontier.skip_pending("listing", reason)
            self._warn(f"{MOST_BARREN_LISTS} list pages in a row link to no article; narrow `listing`")

    def _why_it_ends(self, row: FrontierRow, articles: frozenset[str]) -> str | None:
        """None while it goes on."""
        if row.url in self._site.start and len(articles) < self._site.least_items:
            count = len(articles) or "no"
            self._warn(
                f"{row.url} links to {count} articles; compare `article` and `items` of {self._site.name}"
            )
        if not articles:
            return "links to no article"
        if self._frontier.brings_nothing_new(row.url, articles):
            return "links to nothing new, and its older pages were walked before"
        if earlier := self._repeats.earlier(row.url, articles):
            self.miss(row)
            return f"shows the same articles as {earlier}"
        return None


def _link(
    url: str, kind: VisitKind, page: FrontierRow, depth: int, unwanted_title: str | None = None
) -> FrontierLink:
    """What a list `page` leads to is kept as the list says; `depth` is that of a further list."""
    unwanted = f"{IRRELEVANT} by its title" if unwanted_title and kind == "article" else None
    depth = depth if kind == "listing" else 0
    return FrontierLink(
        url=url,
        kind=kind,
        depth=depth,
        refused=why_a_trap(url, kind, depth) or unwanted,
        selection=page.selection,
        title=unwanted_title,
    )
