"""中国石油新闻中心 news.cnpc.com.cn.

Articles /system/2026/09/09/030202510.shtml, the same form since 2012. The list's markup is not known.
"""

from archive.extract.rules import SiteRules
from crawler.site import Site

SITE = Site(
    name="cnpc_news",
    title="中国石油新闻中心",
    home="http://news.cnpc.com.cn/",
    kind="soe",
    start=("http://news.cnpc.com.cn/cnpcnews/",),
    article=r"/system/\d{4}/\d\d/\d\d/\d+\.shtml",
    rules=(SiteRules(title=".sj-title h2", byline=".sj-t", body=".sj-main", since="2016"),),
    notes="published code of 2016; addresses of 2012 and 2026",
)
