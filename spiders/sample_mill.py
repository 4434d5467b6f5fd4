"""文秘库, an invented essay mill that shows a part of each text."""

from crawler.localhost import sample_origin
from crawler.site import Site

HOME = sample_origin("wenmiku")

SITE = Site(
    name="sample_mill",
    title="文秘库",
    home=f"{HOME}/",
    kind="essay_mill",
    start=(f"{HOME}/fanwen/aqsc/List_1.shtml", f"{HOME}/fanwen/djcj/List_1.shtml"),
    article=r"/fanwen/\w+/\d{8}/\d+\.shtml",
    delay=0.0,
)
