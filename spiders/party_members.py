"""共产党员网 12371.cn.

Articles /2023/06/01/ARTI<16 digits>.shtml; where a list has no links they stand in a script, as
'link_add':'…'. Paging of the specials is not known.
"""

from archive.extract.rules import SiteRules
from crawler.site import Site

SITE = Site(
    name="party_members",
    title="共产党员网",
    home="https://www.12371.cn/",
    kind="industry_press",
    start=("https://www.12371.cn/dyjytx/dxal/",),
    article=r"/\d{4}/\d\d/\d\d/ARTI\d{16}\.shtml",
    scripted=r"'link_add':'([^']+)'",
    rules=(SiteRules(title="h1.big_title", byline="i.time", body=".word"),),
    notes="published code, undated",
)
