"""黑龙江省国资委's catalogue of public documents, mange.hljgzw.gov.cn (sic), paged by postback.

Whether the host answers since the commission moved to gzw.hlj.gov.cn is not known.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import AspNetPager

SITE = AspNetPager(
    name="gzw_heilongjiang_catalogue",
    title="黑龙江省国资委信息公开目录",
    home="http://mange.hljgzw.gov.cn/",
    kind="government",
    start=("http://mange.hljgzw.gov.cn/webpage/gkmlList.aspx",),
    article=r"/webpage/\w+\.aspx\?\w+=\w+",
    items="#_fill",
    rules=(SiteRules(body=".zwnr", since="2019"),),
    notes="published code of 2019",
)
