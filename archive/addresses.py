"""Addresses as pages, archives and people write them, broken ones included: nothing here raises."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
"""Of the schemes of the web: `http://a:80/` is `http://a/`."""
_UNFIT = re.compile(r"[^!$-;=?-Z\[-_a-z|~]+")
"""What no request can hold as it is: controls, blanks, quotation marks, < > ` { }, and all but ASCII."""


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


def iri_to_uri(url: str) -> str:
    """Return an address as a URI (RFC 3986), in which a browser asks for it, however somebody has noted it.

    Without what stands behind `#`, its scheme and host in small letters, a path, and percent signs for blanks
    and for Chinese. What is no web address stays as it is.
    """
    parts = split_address(url)
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return url
    begin = f"{parts.scheme}://{parts.netloc.lower()}"
    rest = url.split("#", 1)[0][len(f"{parts.scheme}://{parts.netloc}") :]
    path = rest if rest.startswith("/") else f"/{rest}"
    return begin + _UNFIT.sub(lambda found: quote(found[0], errors="replace"), path)


def join_address(base: str, href: str) -> str | None:
    """Return where `href` leads on a page at `base`; None where one of them is no address."""
    try:
        return urljoin(base, href)
    except ValueError:
        return None


def spellings(url: str) -> tuple[str, ...]:
    """Return `url`, and behind it the other ways in which a site that has moved writes the same address.

    With http or https, with or without a leading `www.`, the default port named or not: eight. A port of
    its own belongs to one scheme, so there only `www.` may differ. What is no web address has one spelling.
    """
    parts = split_address(url)
    stated = f"{parts.scheme}://{parts.netloc}"
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname or not url.startswith(stated):
        return (url,)
    port = "" if parts.port is None else f":{parts.port}"
    bare = parts.netloc.removesuffix(port).removeprefix("www.")
    rest = url.removeprefix(stated)
    is_default = parts.port in (None, DEFAULT_PORTS[parts.scheme])
    ends = _default_origins() if is_default else [(parts.scheme, port)]
    others = (f"{scheme}://{www}{bare}{end}{rest}" for scheme, end in ends for www in ("", "www."))
    return tuple(dict.fromkeys((url, *others)))


def _default_origins() -> list[tuple[str, str]]:
    return [(scheme, end) for scheme, port in DEFAULT_PORTS.items() for end in ("", f":{port}")]
