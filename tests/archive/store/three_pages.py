"""A text over three pages, and how a test asks for the one value of a query."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

FIRST = "全矿职工参加了安全生产月的宣誓活动。\n各区队开展了隐患排查，整改一百二十条。"
SECOND = "第二部分说的是机电运输的检查情况。"
THIRD = "第三部分说的是下一步的打算。"

Sole: TypeAlias = Callable[[str], Any]
