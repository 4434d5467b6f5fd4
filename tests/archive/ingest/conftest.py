from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.store.archive import Archive

NOTICE = """关于开展“安全生产月”活动的通知

各单位：
　　为认真落实上级部署，进一步夯实矿井安全基础，决定在全矿开展安全生产月活动，现将有关事项通知如下。
　　一、各单位要提高认识，加强领导，成立以主要负责人为组长的领导小组，制定实施方案，确保活动取得实效。
　　二、各单位要结合实际开展隐患排查，发现问题立即整改，并于每月二十五日前将总结报送安全监察部。
安全监察部
2011年6月1日
"""

WarcMaker = Callable[..., bytes]


@pytest.fixture
def notice() -> str:
    return NOTICE


@pytest.fixture
def page(notice: str) -> Callable[[str], bytes]:
    """Return an article page with a title of its own."""

    def make(title: str) -> bytes:
        paragraphs = "".join(f"<p>{line}</p>" for line in notice.splitlines()[2:])
        return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{paragraphs}</body>".encode()

    return make


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "data") as made:
        yield made


@pytest.fixture
def make_warc() -> WarcMaker:
    """Return a WARC file of answers: (url, status, headers, body)."""

    def make(
        *answers: tuple[str, str, dict[str, str], bytes], packed: bool = True, headed: bool = True
    ) -> bytes:
        written = BytesIO()
        writer = WARCWriter(written, gzip=packed)
        if headed:
            writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "test"}))
        for url, status, headers, body in answers:
            http = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
            date = {"WARC-Date": "2012-03-04T05:06:07.890Z"}
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "response",
                    payload=BytesIO(body),
                    length=len(body),
                    http_headers=http,
                    warc_headers_dict=date,
                )
            )
        return written.getvalue()

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "old.warc.gz"
