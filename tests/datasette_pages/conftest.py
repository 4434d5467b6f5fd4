"""The archives that the page tests read, the reading room that serves them, and a browser."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from crawler.reading_room import Mode, reading_room
from tests.datasette_pages.answers import Read
from tests.datasette_pages.written_library import briefs, write_library

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory."""
    return write_library(tmp_path_factory.mktemp("library"), "library.toml", [*briefs()])


@pytest.fixture(scope="session")
def hostile_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory of texts that mean harm."""
    return write_library(tmp_path_factory.mktemp("hostile"), "hostile.toml")


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


@pytest.fixture(scope="session")
def reading() -> Callable[[Path, Mode], Read]:
    """Read the pages of any data directory."""
    return _reading


def _reading(directory: Path, mode: Mode) -> Read:
    room = reading_room(directory, mode)
    asyncio.run(room.invoke_startup())

    def read(path: str, **headers: str) -> httpx.Response:
        response: httpx.Response = asyncio.run(
            room.client.get(path, headers={"Accept-Language": "zh", **headers})
        )
        return response

    return read


@pytest.fixture(scope="session")
def address(library: Path) -> Iterator[str]:
    """Where `campaign-archive serve` serves the library, in a process of its own, started from elsewhere."""
    with _serving(library) as served:
        yield served


@pytest.fixture(scope="session")
def hostile_address(hostile_library: Path) -> Iterator[str]:
    """Where `campaign-archive serve` serves the texts that mean harm."""
    with _serving(hostile_library) as served:
        yield served


@contextmanager
def _serving(directory: Path) -> Iterator[str]:
    call = "from crawler.cli import main; main()"
    command = [sys.executable, "-c", call, "--data", str(directory), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=directory) as serving:
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


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One for each module: Playwright's loop would be in the way of tests that run one of their own."""
    path = import_module("tests.browser").find_chromium()
    assert path, "No Chromium that starts; run: python -m tests.browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """A page at the archive, without what other tests left behind; nothing may be said on its console."""
    with _quiet_page(chromium, address) as page:
        yield page


@pytest.fixture
def hostile_page(chromium: Browser, hostile_address: str) -> Iterator[Page]:
    """A page at the archive of texts that mean harm."""
    with _quiet_page(chromium, hostile_address) as page:
        yield page


@contextmanager
def _quiet_page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=address, locale="zh-CN")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []
