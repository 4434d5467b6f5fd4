"""Sites of few texts and of many, and the steps that SQLite takes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.recorder import Recorder
from tests.archive.store.lookups.sizes import unmodified
from tests.official_prose import OfficialProse


@pytest.fixture
def fill(recorder: Recorder, visit_page: Any) -> Callable[[int], None]:
    """Save so many more texts, each with a file and then once more as not modified."""
    prose, numbers = OfficialProse(seed=6), count()

    def fill(texts: int) -> None:
        for number in (next(numbers) for _ in range(texts)):
            files = [(f"/f/{number}.docx", "附件：方案")]
            visit = visit_page(f"/{number}.html", prose.text(200).body, at=number % 60, files=files)
            recorder.save(visit)
            recorder.save(unmodified(visit))

    return fill


@pytest.fixture
def steps(archive: Archive) -> Callable[[Callable[[], object]], int]:
    """How many steps SQLite takes for a call."""

    def steps(call: Callable[[], object]) -> int:
        taken = count()
        archive.db.conn.set_progress_handler(lambda: next(taken) and None, 1)
        call()
        archive.db.conn.set_progress_handler(None, 0)
        return next(taken)

    return steps
