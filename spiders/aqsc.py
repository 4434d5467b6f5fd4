"""中国安全生产网 aqsc.cn, of the same family as ccoalnews.com.

Older pages are table rows of div.container.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import StaticLists

SITE = StaticLists(
    name="aqsc",
    title="中国安全生产网",
    home="http://www.aqsc.cn/",
    kind="industry_press",
    start=("http://www.aqsc.cn/news/ataw.html", "http://www.aqsc.cn/qiye/guanli.html"),
    article=r"/\w+/\d{6}/\d\d/c\d+\.html",
    rules=(
        SiteRules(byline=".article-details", body=".conbox.mb30", since="2019"),
        SiteRules(body=".container table"),
    ),
    notes="published code of 2019",
)
