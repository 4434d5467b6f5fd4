"""陕煤集团 shccig.com.

List /articles/14?page=N, 78 pages once. The article page is not known: whatever an item leads to is taken for
one.
"""

from crawler.paging import Query
from crawler.site import Site

SITE = Site(
    name="shccig",
    title="陕西煤业化工集团",
    home="https://www.shccig.com/",
    kind="soe",
    start=("https://www.shccig.com/articles/14",),
    article=r"/(?!articles/14\b)\w+/.+",
    items=".xinwen-list2",
    paging=Query("page"),
    notes="published code, undated",
)
