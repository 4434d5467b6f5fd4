"""新兴际华集团 xxcig.com.

Articles /pub/qnw/ywhr/7083.htm with the date in an h3. The list is the folder of the one article known.
"""

from archive.extract.rules import SiteRules
from crawler.platforms import StaticLists

SITE = StaticLists(
    name="xxcig",
    title="新兴际华集团",
    home="http://www.xxcig.com/",
    kind="soe",
    start=("http://www.xxcig.com/pub/qnw/ywhr/",),
    article=r"/pub/\w+/\w+/\d+\.htm",
    rules=(SiteRules(byline="h3", body=".art_con", since="2019"),),
    notes="published code of 2019; a stored page's address",
)
