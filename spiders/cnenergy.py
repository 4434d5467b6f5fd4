"""中国能源报 cnenergynews.cn, before cnenergy.org: 煤炭.

Further pages of another list were shijian_31_1.html; those of this one are not known.
"""

from archive.extract.rules import SiteRules
from crawler.site import Site

SITE = Site(
    name="cnenergy",
    title="中国能源报",
    home="http://www.cnenergynews.cn/",
    kind="industry_press",
    start=("http://www.cnenergynews.cn/mt/",),
    article=r"/\w+/[\w/]*t\d{8}_\d+\.html",
    items=".main4_left_m1_t",
    rules=(SiteRules(title=".xltitle", byline=".xltimerl", body=".xlcontent", since="2016"),),
    hosts=("cnenergy.org",),
    notes="published code of 2016 and 2019",
)
