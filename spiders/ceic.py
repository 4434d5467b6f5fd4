"""国家能源集团 ceic.com, also chnenergy.com.cn.

集团要闻 and 综合新闻; of an item's two links the second is the article's. The date's place
(div.col-xs-8) and the paging are not proven.
"""

from archive.extract.rules import SiteRules
from crawler.site import Site

SITE = Site(
    name="ceic",
    title="国家能源集团",
    home="https://www.ceic.com/",
    kind="soe",
    start=(
        "https://www.ceic.com/gjnyjtww/chnjtyw/chnlist.shtml",
        "https://www.ceic.com/gjnyjtww/chnxwzx/cnhxwzx.shtml",
    ),
    article=r"/gjnyjtww/\w+/\d{6}/[0-9a-f]{32}\.shtml",
    items=".jcxw_t",
    rules=(SiteRules(body=".content_l"),),
    hosts=("chnenergy.com.cn",),
    notes="published code, undated; addresses of 2020 and 2026",
)
