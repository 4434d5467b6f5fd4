"""Addresses as a crawl compares them: by their host, and by what a site's patterns are matched against."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from archive.addresses import DEFAULT_PORTS, split_address

_SESSION_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_SESSION_FIELD = re.compile(
    r"(?:^|(?<=[?&]))(?:PHPSESSID|JSESSIONID|ASPSESSIONID\w*|session_?id|sid|s)="
    r"(?=[a-z]*\d)(?=\d*[a-z])[\da-z]{16,}(?:&|$)",
    re.IGNORECASE,
)


_NO_HOST: Final = re.compile(r"[\s\x00-\x1f\"<>\\^`{|}]")
_AS_ASKED: Final = re.compile(r"https?://[a-z\d.-]+(?::(?!80/|443/)\d+)?/")
_LINE_BREAKS: Final = dict.fromkeys(map(ord, "\t\r\n"))


def host_of(url: str) -> str | None:
    """Return the host, as it is looked up, of an address that can be asked for by http or https.

    In small letters and ASCII (`xn--…`). None for any other address: another scheme, no host, or one with a
    name and password before it, a port that is none (`:99999`), a bracket that is not closed.
    """
    try:
        parts = urlsplit(url)
        can_be_asked = parts.scheme in ("http", "https") and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    host = parts.hostname
    if not can_be_asked or host is None or "@" in parts.netloc or _NO_HOST.search(host):
        return None
    return in_ascii(host)


def in_ascii(host: str) -> str:
    """Return a host in small letters as names are looked up: `例子.测试` is `xn--fsqu00a.xn--0zwm56d`."""
    try:
        return host.lower() if host.isascii() else host.encode("idna").decode().lower()
    except UnicodeError:
        return host


def as_asked(url: str) -> str:
    """Return a web address with its host as it is asked for; the path stays as it is written.

    In small letters and ASCII, without a default port, and without the line breaks that a browser drops, too:
    `http://Mine.Example:80` is `http://mine.example/`. What can't be asked for stays as it is.
    """
    whole = url.translate(_LINE_BREAKS)
    if _AS_ASKED.match(whole):
        return whole
    host, parts = host_of(whole), split_address(whole)
    if host is None:
        return url
    port = "" if parts.port in (None, DEFAULT_PORTS[parts.scheme]) else f":{parts.port}"
    rest = whole.partition("//")[2].removeprefix(parts.netloc)
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}{rest or '/'}"


def target_of(url: str) -> str:
    """Return the path and query of an address, which a site's patterns are matched against."""
    parts = split_address(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def without_session(url: str) -> str:
    """Return an address without the name of a visit (`;jsessionid=…`, `&sid=4f0a…`), which differs at each.

    `sid=7` names a part of a site, and stays.
    """
    if "=" not in url:
        return url
    cut = _SESSION_FIELD.sub("", _SESSION_PATH.sub("", url))
    return cut if cut == url else cut.rstrip("?&")
