"""中国黄金集团 chinagoldgroup.com.

集团要闻 n62, 子公司动态 n66; lists count down, index_1281_44.html being the second of 45 pages.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import NPortal

SITE = NPortal(
    name="chinagold",
    title="中国黄金集团",
    home="http://www.chinagoldgroup.com/",
    kind="soe",
    start=(
        "http://www.chinagoldgroup.com/n4/n62/index.html",
        "http://www.chinagoldgroup.com/n4/n66/index.html",
    ),
    items='td[style="padding:10px;"]',
    rules=(SiteRules(body="#asop_content", since="2019"),),
    notes="published code of 2019",
)
