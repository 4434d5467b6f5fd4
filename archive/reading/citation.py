"""The citation of an archived article in the Chinese national form, GB/T 7714-2015, electronic resource.

作者. 题名[EB/OL]. (发布日期)[引用日期]. 网址.
"""

from __future__ import annotations

from collections.abc import Mapping

_UNKNOWN_TITLE = "无题"


def gb7714(article: Mapping[str, object], cited_on: str) -> str:
    """Return the citation of `article`, a row of `articles`; `cited_on` is the day it was captured.

    The responsible party is the author, else the source, else the site's own name.
    """
    author = _authors(article["author"]) or _plain(article["source"]) or _plain(article["site_name"])
    title = _plain(article["title"]) or _UNKNOWN_TITLE
    published = _plain(article["published_at"])[:10]
    dates = (f"({published})" if published else "") + f"[{cited_on[:10]}]"
    parts = [author, f"{title}[EB/OL]", dates, _plain(article["url"])]
    return ". ".join(part for part in parts if part) + "."


def _authors(names: object) -> str:
    """Several names by comma, more than three cut with 等 as the standard asks."""
    listed = _plain(names).split()
    return ",".join(listed) if len(listed) <= 3 else ",".join(listed[:3]) + ",等"


def _plain(value: object) -> str:
    return "" if value is None else str(value)
