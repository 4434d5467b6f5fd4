"""中国煤炭网 ccoalnews.com, of 中国煤炭报, the coal industry's daily.

Lists /news/yaowen.html, yaowen_2.html; articles /news/201903/01/c100702.html, some without /news.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import StaticLists

SITE = StaticLists(
    name="ccoalnews",
    title="中国煤炭网",
    home="http://www.ccoalnews.com/",
    kind="industry_press",
    start=("http://www.ccoalnews.com/news/yaowen.html", "http://www.ccoalnews.com/news/qiye.html"),
    items=".listPage-l",
    rules=(
        SiteRules(
            title=".text-article h1",
            byline=".article-details",
            body=".content",
            drop=(".share",),
            since="2019",
        ),
    ),
    notes="published code of 2019; a plan of 2026 still names the list",
)
