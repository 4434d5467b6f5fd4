"""党建网 dangjian.com (TRS)."""

from archive.extract.rules import SiteRules
from crawler.platforms import Trs

SITE = Trs(
    name="dangjian",
    title="党建网",
    home="http://www.dangjian.com/",
    kind="industry_press",
    start=("http://www.dangjian.com/djw2016sy/djw2016syyw/",),
    rules=(SiteRules(title="#title_tex", byline=".ly", body=".TRS_Editor", since="2019"),),
    notes="published code of 2019",
)
