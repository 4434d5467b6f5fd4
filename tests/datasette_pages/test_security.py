from __future__ import annotations

import asyncio
import re
import socket
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette
from datasette.utils import StartupError

from archive.errors import CallError, MachineError
from archive.store.archive import Archive
from archive.store.export.backup import freeze
from crawler.reading_room import CONFIGURATION, reading_room, serve
from tests.datasette_pages.answers import Read

PAGES = (
    *("/", "/search?q=a", "/kwic?q=a", "/timeline?q=a", "/changes", "/quantities", "/campaigns"),
    *("/organisations", "/formulas", "/passages", "/skipped", "/runs", "/about", "/search.zip"),
    *("/search.atom", "/changes.atom", "/opensearch.xml", "/archive/articles", "/archive/texts.json"),
)
OWN = ["/", "/search?q=a", "/runs", "/about", "/no-such-page", "/archivexyz", "/static/archive.css"]


@pytest.mark.parametrize("path", OWN)
def test_own_pages_load_nothing_but_our_style(read: Read, path: str) -> None:
    headers = read(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/archive", "/archive.json", "/~61rchive/articles", "/-/settings"])
def test_datasettes_pages_run_their_inline_scripts(read: Read, path: str) -> None:
    assert "script-src 'self' 'unsafe-inline'" in read(path).headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", [*OWN, "/archive", "/archive/articles", "/archive/articles.json", "/-/settings"]
)
def test_every_answer_has_the_headers(read: Read, path: str) -> None:
    headers = read(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_local_mode_answers_this_machine_only(read: Read) -> None:
    assert read("/", Host="evil.example:8001").status_code == 403
    assert read("/", Host="localhost:8001").status_code == 200
    assert read("/", Host="[::1]:8001").status_code == 200


def test_local_mode_allows_sql(read: Read) -> None:
    assert read("/archive.json?sql=select+1").status_code == 200


def test_public_mode_allows_neither_sql_nor_download(read_public: Read) -> None:
    assert read_public("/", Host="archive.example").status_code == 200
    assert read_public("/archive.json?sql=select+1").status_code == 403
    assert read_public("/archive/articles.json?_where=1").status_code == 403
    assert read_public("/archive.db").status_code == 403
    assert "这里不开放这一项" in read_public("/archive?sql=select+1").text
    assert read_public("/search?q=a").status_code == 200
    assert read_public("/archive/most_truncated.json").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/-/databases.json", "/-/threads", "/-/versions.json", "/-/plugins", "/-/metadata", "/-/allow-debug"],
)
def test_public_mode_tells_nothing_of_the_machine(read: Read, read_public: Read, path: str) -> None:
    assert read(path).status_code == 200
    assert read_public(path).status_code == 404


def test_public_mode_has_the_styles_of_the_tables(read_public: Read) -> None:
    (style,) = re.findall(r'"(/-/static/app.css[^"]*)"', read_public("/archive/articles").text)
    assert read_public(style).status_code == 200


@pytest.mark.parametrize(
    ("metadata", "settings"),
    [
        ({}, {}),
        ({"plugins": {"campaign-archive": {"mode": "local"}}}, {}),
        ({"plugins": {"campaign-archive": {"mode": "public"}}}, {"default_allow_sql": True}),
    ],
)
def test_refuses_to_start_with_other_settings(
    metadata: dict[str, object], settings: dict[str, object]
) -> None:
    room = Datasette(metadata=metadata, settings=settings, plugins_dir=str(CONFIGURATION / "plugins"))
    with pytest.raises(StartupError, match="campaign-archive serve"):
        asyncio.run(room.invoke_startup())


def test_local_mode_refuses_other_addresses(library: Path) -> None:
    with pytest.raises(CallError, match="--public"):
        serve(library, "0.0.0.0", 0, "local", print)


def test_a_port_in_use_is_named(library: Path, unused_listener: int) -> None:
    with pytest.raises(MachineError, match=f"Port {unused_listener}"):
        serve(library, "127.0.0.1", unused_listener, "local", print)


def test_a_name_that_cannot_be_looked_up_now_is_no_wrong_call(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "create_server", refuse)
    with pytest.raises(MachineError, match=r"mine\.example can't be looked up"):
        serve(library, "mine.example", 0, "public", print)


def test_a_missing_archive_is_named(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="no archive"):
        reading_room(tmp_path, "local")


def test_no_init_file_below_datasette() -> None:
    """`import datasette` must find the library, not this configuration."""
    assert not list(CONFIGURATION.rglob("__init__.py"))


def test_pages_open_while_a_crawl_writes(read: Read, library: Path) -> None:
    writer = sqlite3.connect(library / "archive.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE articles SET title = 'half written'")
    page = read("/search?sort=newest")
    writer.execute("ROLLBACK")
    writer.close()
    assert page.status_code == 200
    assert "half written" not in page.text


def test_a_frozen_copy_is_served_from_a_read_only_place(library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "archive.db"
    with Archive.open_read_only(library) as archive:
        archive.db.execute("VACUUM INTO ?", [str(copy)])
    database = reading_room(tmp_path, "public").get_database("archive")
    assert not database.is_mutable


def test_a_frozen_copy_answers_every_page_and_is_not_written_to(library: Path, tmp_path: Path) -> None:
    freeze(library, tmp_path / "frozen")
    stood = {path: path.stat().st_mtime_ns for path in (tmp_path / "frozen").rglob("*")}
    room = reading_room(tmp_path / "frozen", "public")

    async def statuses() -> dict[str, int]:
        await room.invoke_startup()
        return {page: (await room.client.get(page)).status_code for page in PAGES}

    assert asyncio.run(statuses()) == dict.fromkeys(PAGES, 200)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "frozen").rglob("*")} == stood
