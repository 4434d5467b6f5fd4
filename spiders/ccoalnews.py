"""中国煤炭网 ccoalnews.com, of 中国煤炭报, the coal industry's daily.

Lists /news/yaowen.html, yaowen_2.html; articles /news/201903/01/c100702.html, some without /news.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Numbered
from crawler.site import Site

SITE = Site(
    name="ccoalnews",
    title="中国煤炭网",
    home="http://www.ccoalnews.com/",
    kind="industry_press",
    start=("http://www.ccoalnews.com/news/yaowen.html",),
    article=r"(/news)?/\d{6}/\d{2}/c\d+\.html",
    items=".listPage-l",
    paging=Numbered("yaowen_{}.html"),
    rules=(SiteRules(title=".text-article h1", byline=".article-details", body=".content"),),
    notes="published code of 2019; a plan of 2026 still names the list",
)
