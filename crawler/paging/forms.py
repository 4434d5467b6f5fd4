"""Forms that are posted: the address of what one answers has the posted fields in its fragment.

`http://gzw.example/list.jsp#post:PageSizeIndex=2` is a place in the frontier like any other; fragments are
never sent, and no link leads to one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

if TYPE_CHECKING:
    from parsel import Selector
    from scrapy import Request

_MARK = "#post:"


def form_address(url: str, fields: Mapping[str, str]) -> str:
    """Return the address of what `url` answers when `fields` are posted to it."""
    return f"{without_form(url)}{_MARK}{urlencode(fields)}"


def without_form(url: str) -> str:
    """Return the address that a form is sent to; any other address as it is."""
    return url.partition(_MARK)[0]


def form_of(url: str) -> dict[str, str] | None:
    """Return the fields to post; None for an address that is simply asked for."""
    _, mark, fields = url.partition(_MARK)
    return dict(parse_qsl(fields, keep_blank_values=True)) if mark else None


def hidden_fields(part: Selector) -> dict[str, str]:
    """Return the hidden fields of a page or of one of its forms, by name: what it sends along unseen."""
    boxes = part.css("input[type=hidden][name]")
    return {box.attrib["name"]: box.attrib.get("value", "") for box in boxes}


def posting(request: Request, fields: Mapping[str, str]) -> Request:
    """Send `fields` as a form. Scrapy drops the fragment that named them."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return request.replace(method="POST", body=urlencode(fields), headers=headers)
