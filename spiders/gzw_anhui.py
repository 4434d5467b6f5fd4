"""安徽省国资委 gzw.ah.gov.cn, in GBK: 信息公开, paged by a form that is posted.

Articles were rendered by script in 2019; attachments stand in .dicontent_left.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Posted
from crawler.site import Site

SITE = Site(
    name="gzw_anhui",
    title="安徽省国资委",
    home="http://gzw.ah.gov.cn/",
    kind="government",
    start=("http://gzw.ah.gov.cn/xxgk/list.jsp",),
    article=r"/xxgk/\w+\.jsp\?\S*id=\w+|/\w+/[\w/]+\.html",
    items="#ul_list",
    paging=Posted("PageSizeIndex"),
    rules=(SiteRules(body=".s_article", since="2019"),),
    notes="published code of 2019, and undated for the new host",
)
