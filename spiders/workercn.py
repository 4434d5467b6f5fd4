"""中工网 workercn.cn, of 工人日报, as it was in 2019.

Today its lists are JSON, and its articles /c/2025-12-22/8689963.shtml.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import StaticLists

SITE = StaticLists(
    name="workercn",
    title="中工网",
    home="http://www.workercn.cn/",
    kind="industry_press",
    start=("http://www.workercn.cn/10930/10930.shtml",),
    article=r"/\d+/\d{6}/\d\d/\d{15,18}\.shtml|/c/\d{4}-\d\d-\d\d/\d+\.shtml",
    items="#leftList, .list_left",
    rules=(
        SiteRules(title="h1.ctitle", byline=".signdate", body=".ccontent", since="2019"),
        SiteRules(byline=".from.mt10", body=".article"),
        SiteRules(body=".detail_con .hangao"),
    ),
    notes="published code of 2019; an address of 2025",
)
