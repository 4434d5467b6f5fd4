"""河南省国资委 gzw.henan.gov.cn, before hnsasac.gov.cn.

The code of 2019 read it through a browser; the article's address is not known.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Query
from crawler.site import Site

SITE = Site(
    name="gzw_henan",
    title="河南省国资委",
    home="http://gzw.henan.gov.cn/",
    kind="government",
    start=("http://gzw.henan.gov.cn/home.do?xxgk&classId=103&pageSize=1&pageNo=1",),
    article=r"/home\.do\?\S*\b(?:id|infoId|articleId)=\w+|/\d{4}/\d\d-\d\d/\d+\.html",
    items=".wnjg",
    paging=Query("pageNo"),
    rules=(SiteRules(body=".tablePage tr:last-child", since="2019"),),
    hosts=("hnsasac.gov.cn",),
    notes="published code of 2019",
)
