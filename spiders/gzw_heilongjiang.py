"""黑龙江省国资委 gzw.hlj.gov.cn, before hljgzw.gov.cn.

Lists page_01.html, page_02.html …; articles by day, as its system (/system/more/) has them elsewhere.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Numbered
from crawler.site import Site

SITE = Site(
    name="gzw_heilongjiang",
    title="黑龙江省国资委",
    home="http://gzw.hlj.gov.cn/",
    kind="government",
    start=("http://gzw.hlj.gov.cn/system/more/gzjg/gzjgyyj/index/page_01.html",),
    article=r"/system/\d{4}/?\d\d/\d\d/\d+\.shtml",
    items=".nr2",
    paging=Numbered("page_{:02}.html"),
    rules=(SiteRules(body=".xly-mid", since="2019"),),
    hosts=("hljgzw.gov.cn",),
    notes="published code of 2019",
)
