"""煤矿安全网 mkaq.org (EmpireCMS, UTF-8), three generations of addresses since 2010.

List items carry a cut teaser; their date can be earlier than the one in the address. The channels of 党建 are
not known.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import Empire

SITE = Empire(
    name="mkaq",
    title="煤矿安全网",
    home="https://www.mkaq.org/",
    kind="industry_press",
    start=("https://www.mkaq.org/sggl/shigukb/",),
    article=r"/html/\d{4}/\d\d/\d\d/\d+\.shtml|/Article/\w+/\d{6}/\d+\.html",
    items="h2 b, .article_list1",
    rules=(SiteRules(body=".article_content", since="2023"), SiteRules(body=".newsShow_cont", since="2010")),
    notes="published code, undated; addresses of 2010 and 2023",
)
