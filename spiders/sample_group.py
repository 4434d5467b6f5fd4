"""云岭能源集团, the present site of an invented state-owned group: UTF-8, div layout."""

from crawler.localhost import sample_origin
from crawler.site import Site

HOME = sample_origin("yunling")

SITE = Site(
    name="sample_group",
    title="云岭能源集团有限公司",
    home=f"{HOME}/",
    kind="soe",
    start=(f"{HOME}/news/jtyw/index.html", f"{HOME}/news/djqt/index.html"),
    article=r"/news/\w+/\d{4}/\d{4}/\d+\.html|/node/\d+\.html",
    delay=0.0,
)
