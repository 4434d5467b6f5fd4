"""What the five sample sites are: hosts, channels, paging, and the answers that are no page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One list of articles (栏目), over several pages."""

    path: str
    """Folder of its list pages; the articles below this path stand in it."""
    title: str
    planted: Mapping[str, str] = field(default_factory=dict)
    """Links on the first list page that lead to no article of their own: path to link text."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Site:
    """One virtual host."""

    name: str
    """Its host is `<name>.localhost`; its texts and layouts stand in folders of this name."""
    spider: str
    title: str
    """What the site calls itself, as its pages print it."""
    channels: tuple[Channel, ...]
    list_pages: tuple[str, str, int]
    """Name of the first list page, form of the others, number in the name of the second."""
    page_size: int = 5
    charset: str = "utf-8"
    """As declared; GB2312 pages are GBK in truth, as ever."""
    disallowed: str = ""
    """Path that robots.txt forbids."""
    crawl_delay: int = 0
    """Seconds that robots.txt asks for."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[str] = field(default_factory=frozenset)
    """Paths that are linked to and answer 404."""
    healing: frozenset[str] = field(default_factory=frozenset)
    """Paths that answer 500 to the first request and the page to all others."""

    def list_path(self, channel: Channel, number: int) -> str:
        """Path of a list page; pages are counted from 1."""
        first, further, second = self.list_pages
        return channel.path + (first if number == 1 else further.format(number - 2 + second))


QINGSHAN = Site(
    name="qingshan",
    spider="sample_mine",
    title="青山煤矿",
    charset="gb2312",
    channels=(
        Channel(
            path="/xwzx/",
            title="矿山要闻",
            planted={
                "/xwzx/200812/t20081219_388.htm": "矿领导看望慰问节日期间坚守岗位的一线职工",
                "/neibu/200911/t20091102_17.htm": "内部资料：三季度质量标准化检查扣分明细",
            },
        ),
        Channel(path="/djgz/", title="党建工作"),
        Channel(path="/tzgg/", title="通知公告"),
    ),
    list_pages=("index.htm", "index_{}.htm", 1),
    disallowed="/neibu/",
    missing=frozenset({"/xwzx/200812/t20081219_388.htm"}),
)

YUNLING = Site(
    name="yunling",
    spider="sample_group",
    title="云岭能源集团有限公司",
    channels=(
        Channel(path="/news/jtyw/", title="集团要闻"),
        Channel(
            path="/news/djqt/",
            title="党建群团",
            planted={"/node/20160708.html": "皮带走廊上的“铿锵玫瑰”"},
        ),
    ),
    list_pages=("index.html", "index_{}.html", 2),
    redirects={"/node/20160708.html": "/news/djqt/2016/0708/1183.html"},
    healing=frozenset({"/news/jtyw/2021/0617/2904.html"}),
)

ANQUANWANG = Site(
    name="anquanwang",
    spider="sample_mirror",
    title="矿山安全资讯网",
    channels=(Channel(path="/", title="安全资讯"),),
    list_pages=("index.html", "list_{}.html", 2),
    page_size=6,
)

WENMIKU = Site(
    name="wenmiku",
    spider="sample_mill",
    title="文秘库",
    channels=(
        Channel(path="/fanwen/aqsc/", title="安全生产"),
        Channel(path="/fanwen/djcj/", title="党建创建"),
    ),
    list_pages=("List_1.shtml", "List_{}.shtml", 2),
    page_size=3,
)

CHENGFENG = Site(
    name="chengfeng",
    spider="sample_vendor",
    title="乘风文苑",
    channels=(Channel(path="/ziliao/", title="会员资料"),),
    list_pages=("index.html", "index_{}.html", 2),
    page_size=8,
    crawl_delay=1,
)

SITES = (QINGSHAN, YUNLING, ANQUANWANG, WENMIKU, CHENGFENG)
