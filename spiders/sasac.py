"""国务院国资委 sasac.gov.cn, the regulator of the central state-owned enterprises.

Lists hold <li><a href title>…</a><span>[YYYY-MM-DD]</span></li>; how long ones are paged is unknown.
"""

from archive.extract.rules import SiteRules
from crawler.site import Site

SITE = Site(
    name="sasac",
    title="国务院国有资产监督管理委员会",
    home="http://www.sasac.gov.cn/",
    kind="government",
    start=("http://www.sasac.gov.cn/n2588025/n2588124/index.html",),
    article=r"(/n\d+)+/c\d+/content\.html",
    rules=(
        SiteRules(
            title=".zsy_cotitle",
            byline=".zsy_cotitle p",
            body=".zsy_comain",
            drop=("#qr_container", "#div_div"),
        ),
        SiteRules(title="#con_title", byline="#con_time", body="#con_con", since="2016"),
    ),
    notes="published code of 2016, 2019 and undated",
)
