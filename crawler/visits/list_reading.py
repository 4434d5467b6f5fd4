"""What one list page says; read in a process of its own, for a hostile one takes half a gigabyte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from archive.errors import InputError
from archive.extract import parse
from archive.extract.shells import is_unfilled_list
from archive.store.capture_reading import Reading
from archive.store.exchange import Exchange
from crawler.paging import FOUND_ON_PAGE, ListPage
from crawler.paging.forms import form_of
from crawler.paging.list_page import MOST_LINKS
from crawler.paging.view_states import view_state
from crawler.site import Site
from crawler.visits.page_source import body_of, source_of


class ListedLink(NamedTuple):
    """One address that is to be visited, as the list tells it."""

    url: str
    kind: Literal["article", "listing"]
    unwanted_title: str | None
    """The link's text, where the site's `unwanted_titles` refuses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReading:
    """What one list page says, whatever the crawl knows already."""

    url: str
    """Address of the page; that of what a form answers names the posted fields."""
    links: tuple[ListedLink, ...]
    """In the page's order, each address once; those that lead to another site or kind of page are none."""
    is_cut: bool
    """Whether there are more than `MOST_LINKS`; the others were not read."""
    following: str | None
    """The page behind this one, by the site's dialect."""
    instead: str | None
    """That which the page itself names, where it is another one."""
    view_state: Mapping[str, str]
    """What the page wants back with each event of its pager; empty for nearly all."""
    is_unfilled: bool
    """Whether it links to no article as it stands, and may do so in a browser."""


def read_list(site: Site, url: str, exchange: Exchange) -> ListReading | Reading:
    """Return what a list page says that was asked for at `url`; a `Reading` with the bug that it has shown.

    `InputError` where its body can't be unpacked.
    """
    try:
        return _read(site, url, exchange)
    except (InputError, MemoryError, ImportError):
        raise
    except Exception as error:  # noqa: BLE001 — a site's file is a program
        return Reading(failure=f"a bug: {type(error).__name__}: {error}")


def _read(site: Site, url: str, exchange: Exchange) -> ListReading:
    page = ListPage(url if form_of(url) else exchange.url, source_of(site, exchange))
    addresses = [*islice(site.addresses(page), MOST_LINKS + 1)]
    titles = site.unwanted(page)
    kinds = {found: site.kind_of(found) for found in addresses[:MOST_LINKS]}
    links = tuple(ListedLink(found, kind, titles.get(found)) for found, kind in kinds.items() if kind)
    following = site.paging.next_page(page)
    named = FOUND_ON_PAGE.next_page(page) if following and site.paging != FOUND_ON_PAGE else None
    return ListReading(
        url=page.url,
        links=links,
        is_cut=page.has_too_many_links or len(addresses) > MOST_LINKS,
        following=following,
        instead=named if named != following else None,
        view_state=view_state(page),
        is_unfilled=_is_unfilled(site, exchange, links),
    )


def _is_unfilled(site: Site, exchange: Exchange, links: tuple[ListedLink, ...]) -> bool:
    if site.browser == "never" or any(link.kind == "article" for link in links):
        return False
    return is_unfilled_list(parse(body_of(exchange), exchange.url, charset=site.charset))
