"""国家矿山安全监察局 chinamine-safety.gov.cn (TRS).

The template is that of its predecessor, chinacoal-safety.gov.cn. There the title
stood inside the body, as p.MsoNormal b.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import Trs

SITE = Trs(
    name="mine_safety",
    title="国家矿山安全监察局",
    home="https://www.chinamine-safety.gov.cn/",
    kind="government",
    start=(
        "https://www.chinamine-safety.gov.cn/xw/mkaqjcxw/",
        "https://www.chinamine-safety.gov.cn/zfxxgk/fdzdgknr/tzgg/",
    ),
    rules=(SiteRules(byline="span.tdate, span.source", body=".TRS_Editor", since="2019"),),
    hosts=("chinacoal-safety.gov.cn",),
    notes="published code of 2019; addresses of 2023 and 2026",
)
