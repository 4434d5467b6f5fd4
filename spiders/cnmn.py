"""中国有色网 cnmn.com.cn (ASP.NET); how its lists are paged is not known."""

from archive.extract.rules import SiteRules
from crawler.paging import Query
from crawler.platforms import AspNetPager

SITE = AspNetPager(
    name="cnmn",
    title="中国有色网",
    home="https://www.cnmn.com.cn/",
    kind="industry_press",
    start=("https://www.cnmn.com.cn/ShowNewsList.aspx?id=43",),
    article=r"/ShowNews\d?\.aspx\?id=\d+",
    paging=Query("page"),
    rules=(SiteRules(title=".h4title", byline=".time", body="#txtcont", since="2016"),),
    notes="published code of 2016; addresses of 2026",
)
