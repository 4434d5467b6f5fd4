"""煤炭资讯网 cwestc.com (ASP.NET): reports that mines send in.

List /MroeNews.aspx?gd=13 (sic); byline 煤炭资讯网 2017/7/4 15:34:37 矿建勘探. Declared charsets contradict
each other; templates and paging are not known.
"""

from crawler.site import Site

SITE = Site(
    name="cwestc",
    title="煤炭资讯网",
    home="http://www.cwestc.com/",
    kind="industry_press",
    start=("http://www.cwestc.com/MroeNews.aspx?gd=13",),
    article=r"/newshtml/\d{4}-\d{1,2}-\d{1,2}/\d+\.shtml",
    notes="stored pages of 2011 to 2019, a plan of 2026",
)
