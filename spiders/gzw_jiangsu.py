"""江苏省国资委 (Hanweb JPage).

The path /col/col11769/ is from the code, whose pages were asked for as ?uid=247686&pageNum=N; the host's
name is not, nor is the article's template. The proxy that carries the rows is JPage's own.
"""

from crawler.platforms import JPage

SITE = JPage(
    name="gzw_jiangsu",
    title="江苏省国资委",
    home="http://jsgzw.jiangsu.gov.cn/",
    kind="government",
    start=("http://jsgzw.jiangsu.gov.cn/col/col11769/index.html",),
    notes="published code of 2019",
)
