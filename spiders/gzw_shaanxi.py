"""陕西省国资委 sxgz.shaanxi.gov.cn: 企业动态 (TRS).

Three templates are known: of 2023, of 2018, and the GBK pages of an ASP system before.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import Trs

SITE = Trs(
    name="gzw_shaanxi",
    title="陕西省国资委",
    home="http://sxgz.shaanxi.gov.cn/",
    kind="government",
    start=("http://sxgz.shaanxi.gov.cn/sy/gqzc/qydt/",),
    items="li, #lmrwkzw",
    rules=(
        SiteRules(title=".public-title-nav", body=".text_content", drop=(".ewm",), since="2023"),
        SiteRules(title=".biaoti", body=".view.TRS_UEDITOR", since="2018"),
        SiteRules(title=".zbt", body=".text_content"),
    ),
    notes="published code of 2018 and 2023; an address of 2025",
)
