"""淮北矿业 hbcoal.com, a mining group in Anhui (博达 VSB, UTF-8).

List /xwdt.htm, further pages /xwdt/1.htm … /xwdt/1113.htm, reached by 下页; the numbers in its class names
(c195417) change with a redesign. Page titles end in -淮北矿业外网, texts in (责编:…). The body's box is
not known.
"""

from crawler.platforms import Vsb

SITE = Vsb(
    name="hbcoal",
    title="淮北矿业",
    home="http://www.hbcoal.com/",
    kind="mine",
    start=("http://www.hbcoal.com/xwdt.htm",),
    items='tr[height="35"]',
    notes="published code, undated; a mirror's copies of 2023",
)
