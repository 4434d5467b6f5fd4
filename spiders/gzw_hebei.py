"""河北省国资委 hbsa.hebei.gov.cn, before hbsa.gov.cn: 国企改革.

The code of 2019 read it through a browser; the form of its articles' addresses is not known.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Query
from crawler.site import Site

SITE = Site(
    name="gzw_hebei",
    title="河北省国资委",
    home="http://hbsa.hebei.gov.cn/",
    kind="government",
    start=("http://hbsa.hebei.gov.cn/GuoQiGaiGe/",),
    article=r"/GuoQiGaiGe/[\w/-]+\.\w+|/\w+/\d+/?",
    items=".listnews-content",
    paging=Query("pi"),
    rules=(SiteRules(body=".listinfo-content", since="2019"),),
    hosts=("hbsa.gov.cn",),
    notes="published code of 2019",
)
