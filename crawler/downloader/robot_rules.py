"""What a robots.txt allows, read as RFC 9309 wants it: by octets, and by the whole name of a robot."""

from __future__ import annotations

import codecs
import re

from scrapy import Spider
from scrapy.robotstxt import ProtegoRobotParser

_AGENT = re.compile(rb"user[- ]?agent(?:\s*:\s*|\s+)([^\s/]*)", re.IGNORECASE)
_DELAY = re.compile(rb"(crawl[- ]delay[\s:]+)(\d*[.,]\d+|\d+(?:e\d+)?)", re.IGNORECASE)
_OTHERS = b"User-agent: another-robot"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_WRITTEN_OCTET = re.compile(rb"%([89a-f][0-9a-f])", re.IGNORECASE)
_OCTET = re.compile(rb"[\x80-\xff]")


class RobotRules(ProtegoRobotParser):
    """Scrapy's parser with four corrections.

    It reads octets that are no UTF-8 as nothing, and as one and the same sign where they are written `%D6`: a
    rule for a folder whose name is in GBK held for none, or for others. It takes a group that names our
    version (`campaign-archive/1.0`) for another robot's, and one that names the beginning of our name for
    ours. It takes `Crawl-delay: 0,7` and `10 s` for none.
    """

    def __init__(self, text: bytes, product: str, spider: Spider | None = None) -> None:
        super().__init__(_as_parsed(text, product.encode()), spider)

    def allowed(self, url: str | bytes, user_agent: str | bytes) -> bool:
        """Tell whether the rules allow an address, whose octets beyond ASCII are written as `%E5`."""
        return super().allowed(_octets(url.encode() if isinstance(url, str) else url), user_agent)


def _as_parsed(text: bytes, product: bytes) -> bytes:
    if text.startswith(_UTF_16):
        text = text.decode("utf-16", errors="replace").encode()
    lines = text.removeprefix(codecs.BOM_UTF8).splitlines()
    return b"\n".join(_octets(_with_plain_delay(_with_whole_name(line.strip(), product))) for line in lines)


def _with_whole_name(line: bytes, product: bytes) -> bytes:
    """Of a line that names robots: ours or all, without version; any other is one that we are not."""
    named = _AGENT.match(line)
    if named is None:
        return line
    name = named[1].lower()
    return b"User-agent: " + name if name in (product, b"*") else _OTHERS


def _with_plain_delay(line: bytes) -> bytes:
    """Of a line that asks for a delay: the number that it begins with, with a point, and without a unit."""
    asked = _DELAY.match(line)
    return asked[1] + asked[2].replace(b",", b".") if asked else line


def _octets(text: bytes) -> bytes:
    """Write octets beyond ASCII so that each is compared as it is: the parser reads `%25` as a mere `%`."""
    written = _WRITTEN_OCTET.sub(lambda octet: b"%25" + octet[1].upper(), text)
    return _OCTET.sub(lambda octet: b"%%25%02X" % octet[0][0], written)
