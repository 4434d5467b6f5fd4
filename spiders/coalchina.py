"""中国煤炭工业协会 coalchina.org.cn (PHPCMS, GBK): 企业动态 16, 通知公告 61.

The lists also answer as list-60-1.html. The article's template is not known.
"""

from crawler.paging import Query
from crawler.platforms import Phpcms

SITE = Phpcms(
    name="coalchina",
    title="中国煤炭工业协会",
    home="http://www.coalchina.org.cn/",
    kind="association",
    start=(
        "http://www.coalchina.org.cn/index.php?m=content&c=index&a=lists&catid=16",
        "http://www.coalchina.org.cn/index.php?m=content&c=index&a=lists&catid=61",
    ),
    paging=Query("page"),
    notes="published code, undated",
)
