"""中国有色矿业集团 cnmc.com.cn.

The old system: 集团动态 0302, 国资要闻 0301. The new one has articles /cnmc/xwzx/jtxw/2025/6/I<digits>.html,
whose lists and template are not known.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Query
from crawler.site import Site

SITE = Site(
    name="cnmc",
    title="中国有色矿业集团",
    home="http://www.cnmc.com.cn/",
    kind="soe",
    start=(
        "http://www.cnmc.com.cn/outline.jsp?topage=1&column_no=0302",
        "http://www.cnmc.com.cn/outline.jsp?topage=1&column_no=0301",
    ),
    article=r"/detail\.jsp\?article_millseconds=\d+&column_no=\d+|(?:/\w+)+/\d{4}/\d{1,2}/I\d{18,19}\.html",
    items="ul.secList",
    paging=Query("topage"),
    rules=(SiteRules(title="h2", body="td.indent", since="2016"),),
    notes="published code of 2019; a stored page of 2016, addresses of 2025",
)
