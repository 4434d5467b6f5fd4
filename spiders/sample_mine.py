"""青山煤矿, an invented mine's old site: GB2312, tables, TRS paging."""

from crawler.localhost import sample_origin
from crawler.site import Site

HOME = sample_origin("qingshan")

SITE = Site(
    name="sample_mine",
    title="青山煤矿",
    home=f"{HOME}/",
    kind="mine",
    start=(f"{HOME}/xwzx/index.htm", f"{HOME}/djgz/index.htm", f"{HOME}/tzgg/index.htm"),
    article=r"/\w+/\d{6}/t\d{8}_\d+\.htm",
    delay=0.0,
)
