"""Which site a mirror took a page from, as far as the path of its address tells.

Mirrors change the host and keep the path. Where the path's form belongs to one site's system alone, the
original's address is known even if the archive does not hold it.
"""

from __future__ import annotations

import re
from typing import Final

from archive.addresses import split_address

_TELLING: Final = re.compile(r"\d{5}")

_MIRRORS: Final = {
    ("taiziclub.com", r"/info/100[78]/\d+\.htm"): "www.hbcoal.com",
    ("gsggxx.com", r"/info/\d{4}/\d+\.htm"): "www.tckwj.com",
    ("zf919.com", r"/info/\d{4}/\d+\.htm"): "www.tckwj.com",
    ("hkbrn.com", r"/info/\d{4}/\d+\.htm"): "www.tckwj.com",
    ("zzszhsy.com", r"/\d{5}/\d{5}/\d{4}/\d\d/\d+\.html"): "www.shandong-energy.com",
    ("volcanovisual.com", r"/gjnyjtww/.+\.shtml"): "www.chnenergy.com.cn",
    ("fushenghuo.cn", r"/xwzx/.+/t\d{8}_\d+\.html"): "www.chinalco.com.cn",
    ("shushengzhan.com", r"/xwdt/.+"): "www.chalco.com.cn",
    ("fltextile.com", r"/cnmc/.+/I\d+\.html"): "www.cnmc.com.cn",
    ("0536hj.com", r"/cnmc/.+/I\d+\.html"): "www.cnmc.com.cn",
    ("gittisbaby.com", r"/n\d+/n\d+/c\d+/content\.html"): "www.sasac.gov.cn",
    ("iscstaffing.com", r"/guowuyuan/.+\.htm"): "www.gov.cn",
    ("zzfzsy.com", r"/newshtml/.+\.shtml"): "www.cwestc.com",
    ("alkalizemylife.com", r"/html/.+\.shtml"): "www.mkaq.org",
}
"""Host and path of a mirror, and the site whose path that is: seen on stored copies, 2026-11."""

_UNMISTAKABLE: Final = (
    (r"/cnmc/.+/I\d{18,19}\.html", "www.cnmc.com.cn"),
    (r"/gjnyjtww/.+/\d{6}/[0-9a-f]{32}\.shtml", "www.chnenergy.com.cn"),
)
"""Forms of paths that only one site's system makes, whatever host serves them."""

_SITES: Final = ("cnmc.com.cn", "ceic.com", "chnenergy.com.cn")


def original_address(url: str) -> str | None:
    """Return the address that this one is a mirror of; None where the path tells nothing."""
    parts = split_address(url)
    host = (parts.hostname or "").removeprefix("www.")
    for (mirror, path), original in _MIRRORS.items():
        if host == mirror and re.fullmatch(path, parts.path):
            return f"http://{original}{parts.path}"
    if host.endswith(_SITES):
        return None
    return next(
        (f"http://{site}{parts.path}" for path, site in _UNMISTAKABLE if re.fullmatch(path, parts.path)), None
    )


def is_telling(path: str) -> bool:
    """Whether two addresses with this path hardly have it by chance: it holds an id of five digits."""
    return bool(_TELLING.search(path))


def same_path(url: str, other: str) -> bool:
    """Whether two addresses differ in the host alone, and their path is a telling one."""
    path = split_address(url).path
    return is_telling(path) and path == split_address(other).path
