"""国务院国资委 sasac.gov.cn, the regulator of the central state-owned enterprises.

Lists hold <li><a href title>…</a><span>[YYYY-MM-DD]</span></li>. That long ones count down as on other
portals of its kind is a guess.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import NPortal

SITE = NPortal(
    name="sasac",
    title="国务院国有资产监督管理委员会",
    home="http://www.sasac.gov.cn/",
    kind="government",
    start=("http://www.sasac.gov.cn/n2588025/n2588124/index.html",),
    rules=(
        SiteRules(
            byline=".zsy_cotitle p",
            body=".zsy_comain",
            drop=("#qr_container", "#div_div"),
        ),
        SiteRules(body=".zsy_content, .z-content"),
        SiteRules(title="#con_title", byline="#con_time", body="#con_con", since="2016"),
    ),
    notes="published code of 2016, 2019 and undated",
)
