"""内蒙古国资委 gzw.nmg.gov.cn: 国资要闻 (TRS).

index.html, index_1.html …; the code of 2019 read it through a browser.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Suffixed
from crawler.platforms import Trs

SITE = Trs(
    name="gzw_neimenggu",
    title="内蒙古自治区国资委",
    home="http://gzw.nmg.gov.cn/",
    kind="government",
    start=("http://gzw.nmg.gov.cn/gzzx2/gzyw/index.html",),
    items=".right_two",
    paging=Suffixed(second=1),
    rules=(SiteRules(body=".neirong", since="2019"), SiteRules(body=".TRS_PreAppend")),
    notes="published code of 2019",
)
