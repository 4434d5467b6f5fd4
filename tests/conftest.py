"""The archive of the sample sites, crawled once for all tests that only read it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

MANY = os.environ.get("EXAMPLES")
"""`EXAMPLES=20000 make test` looks at so many texts for every property, however long that takes."""
settings.register_profile("any machine", deadline=None)
"""A busy machine may need seconds for what takes a millisecond."""
settings.load_profile("any machine")
if MANY:
    settings.register_profile("many", max_examples=int(MANY), suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("many")
settings.register_profile("lines", max_examples=int(MANY or 400))
settings.register_profile("pages", max_examples=int(MANY or 2_000))
"""Whole pages cost a few milliseconds each: two thousand fit into half a minute."""


class RunsCommand(Protocol):
    """Runs `campaign-archive` with arguments, as a user does, and returns what it said."""

    def __call__(
        self, *arguments: str | Path, code: int = 0, samples_port: str = ...
    ) -> subprocess.CompletedProcess[str]: ...


_LEAKS_ARE_ERRORS = ("-W", "error::ResourceWarning", "-W", "ignore:unclosed database:ResourceWarning")
"""But for the connections that Datasette leaves open when it is imported, of which Python 3.13 tells."""


def _run(arguments: Sequence[str | Path], port: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *_LEAKS_ARE_ERRORS, "-m", "crawler.cli", *map(str, arguments)],
        env={**os.environ, "CAMPAIGN_SAMPLES_PORT": port, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="session")
def samples_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def campaign_archive(samples_port: int) -> RunsCommand:
    def run(
        *arguments: str | Path, code: int = 0, samples_port: str = str(samples_port)
    ) -> subprocess.CompletedProcess[str]:
        done = _run(arguments, samples_port)
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == code, f"exit code {done.returncode}: {done.stdout}{done.stderr}"
        return done

    return run


@pytest.fixture(scope="session")
def demo(campaign_archive: RunsCommand, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory of the demo. Don't write to it: copy it."""
    data = tmp_path_factory.mktemp("data")
    campaign_archive("--data", data, "demo", "--no-serve")
    return data / "demo"


@pytest.fixture(scope="session")
def gram_f1() -> Callable[[str, str], float]:
    """Score a text against the right one: F1 over runs of four Han characters or words, order within them."""
    return _gram_f1


@pytest.fixture(scope="session")
def sample_texts() -> list[str]:
    """The invented texts of the sample sites, without their marks of what a site leaves out."""
    root = files("crawler.samples").joinpath("texts")
    paths = [path for site in root.iterdir() for path in site.iterdir() if path.name.endswith(".txt")]
    bodies = [path.read_text("utf-8").split("\n\n", 1)[1] for path in sorted(paths, key=str)]
    return [re.sub("\n+", "\n", re.sub("⟦.*?⟧|⏎", "", body)).strip() for body in bodies]


_TOKEN = re.compile(r"[㐀-鿿]|[^\W_㐀-鿿]+")


def _gram_f1(text: str, right: str) -> float:
    ours, gold = _grams(text), _grams(right)
    both = (ours & gold).total()
    return 2 * both / (ours.total() + gold.total()) if both else 0.0


def _grams(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text.casefold())
    return Counter(zip(*(tokens[start:] for start in range(4)), strict=False))
