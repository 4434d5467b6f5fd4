"""淮北矿业 hbcoal.com, a mining group in Anhui (博达 VSB, UTF-8).

List /xwdt.htm, further pages /xwdt/1.htm … /xwdt/1113.htm, reached by 下页; page titles end in -淮北矿业外网,
texts in (责编:…). Which way the pages count, and the body's selector, are unknown.
"""

from crawler.site import Site

SITE = Site(
    name="hbcoal",
    title="淮北矿业",
    home="http://www.hbcoal.com/",
    kind="mine",
    start=("http://www.hbcoal.com/xwdt.htm",),
    article=r"/info/\d{4}/\d+\.htm",
    notes="published code, undated; a mirror's copies of 2023",
)
