"""乘风文苑, an invented vendor whose member files (docx, pdf, txt) are the articles."""

from crawler.localhost import sample_origin
from crawler.site import Site

HOME = sample_origin("chengfeng")

SITE = Site(
    name="sample_vendor",
    title="乘风文苑",
    home=f"{HOME}/",
    kind="vendor",
    start=(f"{HOME}/ziliao/index.html",),
    article=r"/ziliao/\d+\.(docx|pdf|txt)",
    delay=0.0,
)
