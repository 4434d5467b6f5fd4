"""Content management systems: a site of one of them says only what is its own.

Each class knows its system's article addresses, paging dialect and templates; a site overrides what differs.
"""

from crawler.platforms.asp_net_pager import AspNetPager
from crawler.platforms.discuz import Discuz
from crawler.platforms.empire import Empire
from crawler.platforms.jeecms import Jeecms
from crawler.platforms.jpage import JPage
from crawler.platforms.n_portal import NPortal
from crawler.platforms.phpcms import Phpcms
from crawler.platforms.static_lists import StaticLists
from crawler.platforms.trs import Trs
from crawler.platforms.vsb import Vsb

PLATFORMS = (Trs, Empire, Phpcms, Jeecms, Vsb, JPage, AspNetPager, NPortal, StaticLists, Discuz)

__all__ = [
    "AspNetPager",
    "Discuz",
    "Empire",
    "JPage",
    "Jeecms",
    "NPortal",
    "Phpcms",
    "StaticLists",
    "Trs",
    "Vsb",
]
