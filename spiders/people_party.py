"""人民网's party pages: cpc, dangjian and politics.people.com.cn, in five templates.

Further list pages are index2.html (no underscore); articles /n1/2019/0611/c64094-31130216.html, with /n/
or /n2/ by age and region.
"""

from archive.extract.rules import SiteRules
from crawler.paging import Numbered
from crawler.site import Site

SITE = Site(
    name="people_party",
    title="中国共产党新闻网",
    home="http://cpc.people.com.cn/",
    kind="industry_press",
    start=("http://cpc.people.com.cn/GB/64093/64094/index.html",),
    article=r"/n\d?/\d{4}/\d{4}/c\d+-\d+\.html",
    paging=Numbered("index{}.html"),
    rules=(
        SiteRules(title=".text_title h1", body="#rwb_zw, .box_con", since="2019"),
        SiteRules(title=".text_c h1", byline="p.sou", body=".show_text", since="2016"),
        SiteRules(byline=".artOri, .gray", body=".artDet, .box_text"),
        SiteRules(title=".txtCon h1", byline=".editor", body=".txtCon"),
    ),
    hosts=("dangjian.people.com.cn", "politics.people.com.cn"),
    notes="published code of 2016 and 2019",
)
