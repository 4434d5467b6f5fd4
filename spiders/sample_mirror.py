"""矿山安全资讯网, an invented mirror of the mine: Traditional, the original's paths, glued pinyin."""

from crawler.localhost import sample_origin
from crawler.site import Site

HOME = sample_origin("anquanwang")

SITE = Site(
    name="sample_mirror",
    title="矿山安全资讯网",
    home=f"{HOME}/",
    kind="mirror",
    start=(f"{HOME}/index.html",),
    article=r"/\w+/\d{6}/t\d{8}_\d+\.htm",
    delay=0.0,
)
