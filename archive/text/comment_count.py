"""How many comments readers left, as a page counts them: `网友评论 共3条`, `已有5人参与评论`, `评论(2)`."""

from __future__ import annotations

import re
from collections.abc import Iterable

_N = r"(\d{1,6})"
_HAVE = r"(?:目前)?(?:已经?有?|共计?有?|总共有?)?"
_PLAIN = re.compile(
    rf"(?:网友|读者|用户|全部|所有|最新|热门|精彩|文章|新闻)的?(?:评论|留言)\s*[】\]]?\s*[:(\[]?\s*{_HAVE}\s*{_N}(?![\d年月日.])"
    rf"|评论(?:总数|条数|人数|数量?|列表)\s*[:(\[]?\s*{_HAVE}\s*{_N}(?![\d年月日.])"
    rf"|(?:已经?有|共有?|总共)\s*{_N}\s*(?:人|条|个|位)(?:网友|读者|用户)?(?:参与|发表)?了?(?:的)?(?:评论|留言)"
    rf"|{_N}\s*(?:人|位)?(?:网友|读者|用户)?(?:参与|发表)了?评论"
)
"""Said of the text that the page shows."""
_ALONE = re.compile(
    rf"[【\[(]?\s*(?:我要|查看)?(?:评论|留言)\s*[:(\[]?\s*{_N}\s*条?\s*[)\]】]{{0,2}}|{_N}\s*条?(?:评论|留言)"
)
"""A list of other articles says so too, of each of them."""
_LONGEST = 60


def count_in(folded: str) -> int | None:
    """Return the count that a folded line below a text states; None where it states none."""
    found = _PLAIN.search(folded) or _ALONE.fullmatch(folded.strip())
    return _number(found) if found else None


def count_around(lines: Iterable[str]) -> int | None:
    """Return the count that the folded lines around a text state: plainly, or in one of them alone."""
    lines = [line.strip() for line in lines if len(line) <= _LONGEST]
    plain = [found for line in lines if (found := _PLAIN.search(line))]
    alone = [found for line in lines if (found := _ALONE.fullmatch(line))]
    counted = plain[:1] or (alone if len(alone) == 1 else [])
    return _number(counted[0]) if counted else None


def _number(found: re.Match[str]) -> int:
    return int(next(filter(None, found.groups())))
