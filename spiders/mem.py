"""应急管理部 mem.gov.cn: 部内动态 (TRS)."""

from archive.extract.rules import SiteRules
from crawler.platforms import Trs

SITE = Trs(
    name="mem",
    title="应急管理部",
    home="https://www.mem.gov.cn/",
    kind="government",
    start=("https://www.mem.gov.cn/xw/bndt/",),
    rules=(SiteRules(title=".zhenwen h2", byline=".time_laiy", body=".TRS_Editor", since="2019"),),
    notes="published code of 2019",
)
