"""中国煤炭资源网 sxcoal.com.

Articles /news/detail/<19 digits>; further list pages come as JSON from /news/cat-ajax?page=N, which is not
read. Parts stand behind a login.
"""

from archive.extract.rules import SiteRules
from crawler.site import Site

SITE = Site(
    name="sxcoal",
    title="中国煤炭资源网",
    home="http://www.sxcoal.com/",
    kind="industry_press",
    start=("http://www.sxcoal.com/news/2/index",),
    article=r"/news/detail/\d+",
    items=".artnr",
    rules=(SiteRules(title=".news-detail h2", byline=".info span", body="#news-detail .content"),),
    notes="published code, undated",
)
