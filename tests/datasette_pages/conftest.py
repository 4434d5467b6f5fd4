"""An archive written by the recorder from `library.toml`, and the reading room that serves it."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urljoin

import httpx
import pytest

from archive.model import Block, BlockKind, Extraction, FieldName, FileLink
from archive.store import Archive
from archive.store.exchange import Exchange
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow, Visit
from crawler.serving import Mode, reading_room

HERE = Path(__file__).parent
MARKS: Mapping[str, BlockKind] = {"#": "heading", "-": "list_item", "|": "table_row"}
BRIEFS = 26
"""Short articles beside the library's, so that a search has several pages."""


Read: TypeAlias = Callable[..., httpx.Response]
"""Asks the reading room for an address; keyword arguments are request headers, instead of Chinese ones."""


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory."""
    directory = tmp_path_factory.mktemp("library")
    described = tomllib.loads((HERE / "library.toml").read_text("utf-8"))
    articles = [*described["articles"], *_briefs()]
    with Archive.create(directory) as archive:
        for name, site in described["sites"].items():
            _crawl(archive, SiteRow(name=name, **site), [each for each in articles if each["site"] == name])
    return directory


@pytest.fixture(scope="session")
def read(library: Path) -> Read:
    """Read a page of the local mode, without a network."""
    return _reading(library, "local")


@pytest.fixture(scope="session")
def read_public(library: Path) -> Read:
    """Read a page of the public mode."""
    return _reading(library, "public")


@pytest.fixture(scope="session")
def read_demo(demo: Path) -> Read:
    """Read a page of the sample sites' archive."""
    return _reading(demo, "public")


def _reading(directory: Path, mode: Mode) -> Read:
    room = reading_room(directory, mode)
    asyncio.run(room.invoke_startup())

    def read(path: str, **headers: str) -> httpx.Response:
        response: httpx.Response = asyncio.run(
            room.client.get(path, headers={"Accept-Language": "zh", **headers})
        )
        return response

    return read


def _briefs() -> Iterator[dict[str, Any]]:
    for number in range(1, BRIEFS + 1):
        yield {
            "site": "shibanqiao",
            "path": f"jianbao/{number}.htm",
            "title": f"矿井调度简报第{number}期",
            "published_at": f"{2005 + number % 9}-03-{number:02}",
            "genre": "简报",
            "seen": ["2026-10-03T03:00:00Z"],
            "text": f"本周全矿生产原煤{number}万吨，井下各采区运转正常。\n调度室每日碰头，盯住运输和排水。",
        }


def _crawl(archive: Archive, site: SiteRow, articles: Sequence[Mapping[str, Any]]) -> None:
    recorder = Recorder.begin(archive, site, "crawl")
    for article in articles:
        url = urljoin(site.home or "", article["path"])
        first, *later = article["seen"]
        recorder.save(_visit(url, article, article["text"], first))
        for seen_at in later:
            recorder.save(
                _visit(url, article, article["text"].replace(*article.get("later", ("", ""))), seen_at)
            )
        if "attachment" in article:
            recorder.save(_file_visit(urljoin(url, "file.docx"), article["attachment"], first))
        if "gone" in article:
            answer = _exchange(url, b"", article["gone"], "text/html")
            recorder.save(Visit(url=url, kind="article", exchange=replace(answer, status=404)))
    recorder.warn("3 addresses are not linked any more: <em>columns/7.htm</em>, columns/8.htm, columns/9.htm")
    recorder.finish("finished")


def _visit(url: str, article: Mapping[str, Any], text: str, seen_at: str) -> Visit:
    page = f"<html><script>window.attacked=1</script><title>{article['title']}</title><body>{text}"
    fields: dict[FieldName, str | int] = {
        "published_at": article["published_at"],
        "published_precision": article.get("precision", "day"),
    }
    names: tuple[FieldName, ...] = ("source", "author", "genre")
    fields |= {name: article[name] for name in names if name in article}
    file = article.get("attachment")
    return Visit(
        url=url,
        kind="article",
        exchange=_exchange(url, page.encode("gb18030"), seen_at, "text/html; charset=gb2312"),
        extraction=Extraction(
            url=url,
            kind="article",
            title=article["title"],
            blocks=tuple(map(_block, text.strip().splitlines())),
            fields=fields,
            charset="gb18030",
            files=(FileLink(url=urljoin(url, "file.docx"), name=file["name"]),) if file else (),
        ),
    )


def _file_visit(url: str, file: Mapping[str, str], seen_at: str) -> Visit:
    blocks = tuple(Block(kind="paragraph", text=line) for line in file["text"].splitlines())
    return Visit(
        url=url,
        kind="attachment",
        exchange=_exchange(url, b"PK\x03\x04\x00\x00", seen_at, "application/msword"),
        extraction=Extraction(url=url, kind="article", blocks=blocks),
    )


def _exchange(url: str, wire: bytes, seen_at: str, content_type: str) -> Exchange:
    return Exchange(
        url=url,
        captured_at=seen_at,
        status=200,
        status_line="200 OK",
        headers=(("Content-Type", content_type), ("Server", "Apache")),
        wire=wire,
        mime=content_type.partition(";")[0],
    )


def _block(line: str) -> Block:
    kind = MARKS.get(line[0])
    if kind is None:
        return Block(kind="paragraph", text=line)
    text = line[2:].replace(" | ", "\t") if kind == "table_row" else line[2:]
    return Block(kind=kind, level=1 if kind == "heading" else 0, text=text)


@pytest.fixture(scope="session")
def address(library: Path) -> Iterator[str]:
    """Where `campaign-archive serve` serves the library, in a process of its own, started from elsewhere."""
    call = "from crawler.cli import main; main()"
    command = [sys.executable, "-c", call, "--data", str(library), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=library) as serving:
        assert serving.stdout
        announced = re.search(r"http://[^/]+", serving.stdout.readline())
        assert announced
        yield announced[0]
        serving.send_signal(signal.SIGINT)
    assert serving.returncode == 0


@pytest.fixture
def unused_listener() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]
