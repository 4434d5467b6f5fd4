"""星河铝业, an invented site that scripts fill: served beside the sample sites, no part of the demo."""

from crawler.localhost import sample_origin
from crawler.site import Site

HOME = sample_origin("xinghe")

SITE = Site(
    name="sample_scripted",
    title="星河铝业",
    home=f"{HOME}/",
    kind="soe",
    start=(f"{HOME}/news/list.html",),
    article=r"/news/\d+\.html",
    browser="shells",
    delay=0.0,
)
