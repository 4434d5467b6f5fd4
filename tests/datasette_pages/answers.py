"""How the tests ask the reading room, and read the tables that it gives."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import TypeAlias

import httpx

Read: TypeAlias = Callable[..., httpx.Response]
"""Asks the reading room for an address; keyword arguments are request headers, instead of Chinese ones."""


def spoken(answer: httpx.Response) -> str:
    """A page without the marks of Chinese words in English sentences."""
    return re.sub('<span lang="zh">([^<]*)</span>', r"\1", answer.text)


def table(answer: httpx.Response) -> list[dict[str, str]]:
    """The rows of a CSV file, which begins with the mark of UTF-8."""
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    text = answer.content.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def total(page: str) -> int:
    """How many articles a search page says that it found."""
    match = re.search(r"共 ([\d,]+) 篇", page)
    assert match
    return int(match[1].replace(",", ""))
