"""中国矿业联合会 chinamining.org.cn (PHPCMS).

One article's address is known; the list is where PHPCMS puts it. No answer came in September 2026.
"""

from crawler.paging import Query
from crawler.platforms import Phpcms

SITE = Phpcms(
    name="chinamining",
    title="中国矿业联合会",
    home="http://www.chinamining.org.cn/",
    kind="association",
    start=("http://www.chinamining.org.cn/index.php?m=content&c=index&a=lists&catid=20",),
    paging=Query("page"),
    notes="an address, undated",
)
