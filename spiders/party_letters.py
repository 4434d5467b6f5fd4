"""共产党员网's page for contributed reports, tougao.12371.cn (Discuz!).

A pinned 投稿须知 stands in the list.
"""

from crawler.platforms import Discuz

SITE = Discuz(
    name="party_letters",
    title="共产党员网投稿",
    home="http://tougao.12371.cn/",
    kind="industry_press",
    start=("http://tougao.12371.cn/tuijian.php", "http://tougao.12371.cn/wenhui.php"),
    article=r"/gaojian\.php\?tid=\d+|/forum\.php\?mod=viewthread&tid=\d+",
    notes="published code, undated and of 2026",
)
