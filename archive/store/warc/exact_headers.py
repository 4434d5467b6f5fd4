"""The headers of HTTP in a WARC record, as they were sent."""

from __future__ import annotations

from warcio.statusandheaders import StatusAndHeaders


class ExactHeaders(StatusAndHeaders):  # type: ignore[misc]
    """Headers kept as they were sent; warcio would percent-encode GBK and UTF-8 in their values."""

    def to_ascii_bytes(self, header_filter: object = None) -> bytes:  # noqa: ARG002 — warcio's signature
        """Return the whole head, line ends included; no header is left out."""
        return b"\r\n".join(_line(line) for line in self.to_str().split("\r\n")) + b"\r\n"


def _line(text: str) -> bytes:
    """The inverse of warcio's reading: UTF-8 where a line is UTF-8, else ISO-8859-1."""
    try:
        single_bytes = text.encode("iso-8859-1")
        single_bytes.decode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")
    except UnicodeDecodeError:
        return single_bytes
    return text.encode("utf-8")
