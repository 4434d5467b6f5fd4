"""山东省国资委 gzw.shandong.gov.cn.

Dates stand in another cell of the row (YYYY/M/D). Pages go on as index_2.html by code of 2026, as
index_1.html?page=41 by code of 2019; the body is that of 2019.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Suffixed
from crawler.site import Site

SITE = Site(
    name="gzw_shandong",
    title="山东省国资委",
    home="http://gzw.shandong.gov.cn/",
    kind="government",
    start=("http://gzw.shandong.gov.cn/channels/ch00223/",),
    article=r"/articles/[\w/]+\.html|/channels/ch\d+/[\w/]+/\w*\d{3,}\.html",
    items='td[width="876"]',
    paging=Suffixed(),
    rules=(SiteRules(body="#content", since="2019"),),
    notes="published code of 2019 and 2026",
)
