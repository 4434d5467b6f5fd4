from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from archive.store.capture_reading import Reading
from archive.store.guarded_reader import GuardedReader


@pytest.fixture
def reader() -> Iterator[GuardedReader]:
    reader = GuardedReader()
    yield reader
    reader.close()


def test_the_process_leaves_a_signal_to_the_group_to_whoever_started_it(reader: GuardedReader) -> None:
    assert reader.ask(Reading) == Reading()
    process = reader.pid
    assert process is not None
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        os.kill(process, number)
    assert reader.ask(Reading) == Reading()
    assert reader.pid == process


def test_it_leaves_one_that_comes_while_it_starts_too(reader: GuardedReader) -> None:
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(reader.ask, Reading)
        while (process := reader.pid) is None:
            assert not asked.done()
        os.kill(process, signal.SIGINT)
        assert asked.result() == Reading()
    assert reader.pid == process


def test_a_process_that_somebody_ended_between_two_pages_costs_none(reader: GuardedReader) -> None:
    assert reader.ask(Reading) == Reading()
    process = reader.pid
    assert process is not None
    os.kill(process, signal.SIGKILL)
    assert reader.ask(Reading) == Reading()
    assert reader.pid != process


@pytest.mark.parametrize(("times", "is_blamed"), [(1, False), (2, True)], ids=["somebody", "the page"])
def test_a_page_is_blamed_when_two_processes_end_with_it(
    reader: GuardedReader, tmp_path: Path, times: int, is_blamed: bool
) -> None:
    reading = reader.ask(partial(_ending, tmp_path / "ended", times))
    assert ("ended the process" in (reading.failure or "")) is is_blamed
    assert (tmp_path / "ended").read_text() == "x" * times
    assert reader.ask(Reading) == Reading()


def test_nobody_waits_for_a_page_of_work_that_was_stopped(reader: GuardedReader, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(reader.ask, partial(_endless, tmp_path / "begun"))
        while not (tmp_path / "begun").exists():
            assert not asked.done()
        reader.abandon()
        with pytest.raises(CancelledError):
            asked.result()
    assert reader.pid is None


def _endless(begun: Path) -> Reading:
    begun.touch()
    time.sleep(3600)
    return Reading()


def _ending(noted: Path, times: int) -> Reading:
    """End the process that reads it, so many times."""
    ended = noted.read_text() if noted.exists() else ""
    if len(ended) < times:
        noted.write_text(f"{ended}x")
        os.kill(os.getpid(), signal.SIGKILL)
    return Reading()
