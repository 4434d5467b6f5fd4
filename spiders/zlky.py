"""中铝矿业 zlky.chinalco.com.cn, a unit of 中铝 (TRS).

Articles /xwzx/gsyw/202112/t20211229_89958.html; byline `来源: …时间: 2021-12-17`, without a blank
between; the printed date can differ from the address's. The list is where TRS puts it.
"""

from crawler.platforms import Trs

SITE = Trs(
    name="zlky",
    title="中铝矿业",
    home="http://zlky.chinalco.com.cn/",
    kind="mine",
    start=("http://zlky.chinalco.com.cn/xwzx/gsyw/",),
    article=r"/xwzx/\w+/\d{6}/t\d{8}_\d+\.html",
    notes="a stored page of 2021, and one of 2025 on a mirror",
)
