"""Addresses as pages, archives and people write them, broken ones included: nothing here raises."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit


def split_address(url: str) -> SplitResult:
    """Return the parts of an address.

    What no address can be (`http://[x/`, `http://a:99999/`, a host with `／` in it) is all path: it has
    neither scheme nor host, so it is no address of the web, and of no site.
    """
    try:
        parts = urlsplit(url)
        _ = parts.port  # Is read, and may be refused, only when it is asked for.
    except ValueError:
        return SplitResult("", "", url, "", "")
    return parts


def join_address(base: str, href: str) -> str | None:
    """Return where `href` leads on a page at `base`; None where one of them is no address."""
    try:
        return urljoin(base, href)
    except ValueError:
        return None
