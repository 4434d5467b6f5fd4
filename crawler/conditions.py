"""What a request says beside its address: what we have of the page already, or the fields of a form."""

from __future__ import annotations

from urllib.parse import urlencode

from scrapy import Request

from archive.store.frontier import FrontierRow


def conditions(row: FrontierRow) -> dict[str, str]:
    """What makes a site answer 304 for a page that we have; lists are always asked for in full."""
    if row.kind == "listing":
        return {}
    conditions = {"If-None-Match": row.etag, "If-Modified-Since": row.last_modified}
    return {name: value for name, value in conditions.items() if value}


def posting(request: Request, fields: dict[str, str]) -> Request:
    """Send `fields` as a form. Scrapy drops the fragment that named them."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return request.replace(method="POST", body=urlencode(fields), headers=headers)
