"""From one page of a list to the next: the dialects (翻页) of Chinese content management systems.

    script createPageHTML(…), countPage = N, a link 下一页,
    page numbers, an arrow, by address or by script            FOUND_ON_PAGE
    index_2.shtml, list_2.html, 10930_2.shtml                   Suffixed
    index2.html, list-60-2.html, page_02.html                   Numbered
    ?page=2, &pageNo=2, &pageNum=2                              Query
    tzgg/44.htm, index_1281_44.html, counting down              CountDown
    dataproxy.jsp?startrecord=76&endrecord=150                  DataProxy
    a form that is posted with a number                         Posted
    __doPostBack('AspNetPager1', '2')                           Postback

The address says where we are; a script on the page says at most how many pages there are. One page ahead
at a time, so that a walk ends where the site does.
"""

from typing import Protocol

from crawler.paging.data_proxy import DataProxy
from crawler.paging.found_on_page import FOUND_ON_PAGE, FoundOnPage
from crawler.paging.list_page import ListPage
from crawler.paging.numbered import CountDown, Numbered, Query, Suffixed
from crawler.paging.posted import Postback, Posted
from crawler.paging.repeats import Repeats

__all__ = [
    "FOUND_ON_PAGE",
    "CountDown",
    "DataProxy",
    "FoundOnPage",
    "ListPage",
    "Numbered",
    "Paging",
    "Postback",
    "Posted",
    "Query",
    "Repeats",
    "Suffixed",
]


class Paging(Protocol):
    """How the next page of a list is found: what every dialect can do."""

    def next_page(self, page: ListPage) -> str | None:
        """Return its address; None on the last page."""
