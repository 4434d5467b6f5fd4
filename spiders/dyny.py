"""河南大有能源 dyny.hnecgc.com.cn, of 河南能源.

List /xwdt2/, some of whose items lead to WeChat. How articles are addressed and lists paged is not known.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import StaticLists

SITE = StaticLists(
    name="dyny",
    title="大有能源",
    home="http://dyny.hnecgc.com.cn/",
    kind="mine",
    start=("http://dyny.hnecgc.com.cn/xwdt2/",),
    article=r"/xwdt2/[\w/-]+\.html?",
    items=".environment_item",
    rules=(SiteRules(body=".news_info"),),
    notes="published code, undated",
)
