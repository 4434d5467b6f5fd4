"""山西省国资委 gzw.shanxi.gov.cn, before sxgzw.gov.cn (VSB's JSP pages).

Rows of .govnewslist1240, whose second link is the article's. Today's news channels are not known.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Query
from crawler.platforms import Vsb

SITE = Vsb(
    name="gzw_shanxi",
    title="山西省国资委",
    home="http://gzw.shanxi.gov.cn/",
    kind="government",
    start=("http://gzw.shanxi.gov.cn/new-web/list-gk.jsp?urltype=tree.TreeTempUrl&wbtreeid=1390",),
    article=r".*/info/\d+/\d+\.htm|/new-web/\S*wbnewsid=\d+",
    items="[class^=govnewslist]",
    paging=Query("a1240p"),
    rules=(SiteRules(byline=".govvaluefont1242", body=".newscontent_s", since="2019"),),
    hosts=("sxgzw.gov.cn",),
    notes="published code of 2019",
)
