"""中国钢铁新闻网 csteelnews.com, of 中国冶金报 (TRS): 党建政工, 企业文化, 生产一线.

index.html, index_1.html …, 22 pages kept.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Suffixed
from crawler.platforms import Trs

SITE = Trs(
    name="csteelnews",
    title="中国钢铁新闻网",
    home="http://www.csteelnews.com/",
    kind="industry_press",
    start=(
        "http://www.csteelnews.com/qypd/djzg/",
        "http://www.csteelnews.com/qypd/qywh/",
        "http://www.csteelnews.com/qypd/scyx/",
    ),
    channels=("http://www.csteelnews.com/qypd/djzg/",),
    items="ul.lieb",
    paging=Suffixed(second=1),
    rules=(SiteRules(title=".zwcon h1", byline=".zwcon h2", body=".zw", since="2016"),),
    notes="published code of 2016 and undated; addresses of 2022",
)
