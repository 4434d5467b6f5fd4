"""中国矿业报 zgkyb.com: 要闻.

The form of its articles' addresses and the paging are not known. No answer came in September 2026;
kyb.cgs.gov.cn may have taken its place.
"""

from archive.extract.rules import SiteRules
from crawler.site import Site

SITE = Site(
    name="zgkyb",
    title="中国矿业报",
    home="http://www.zgkyb.com/",
    kind="industry_press",
    start=("http://www.zgkyb.com/yw/",),
    article=r"/yw/[\w/]+\.html?",
    items="#news1, #newslist1",
    rules=(SiteRules(title=".title h2", byline=".title", body=".content"),),
    notes="published code, undated",
)
