"""Articles put straight into a database, for tests that need nothing else of them."""

from __future__ import annotations

from typing import Protocol

import pytest
from sqlite_utils import Database

from archive.store import copies
from tests.article_rows import insert_article


class WriteText(Protocol):
    """Write one article with `body`; `more` are further columns."""

    def __call__(self, db: Database, article_id: int, body: str, **more: object) -> None: ...


@pytest.fixture(scope="session")
def write_text() -> WriteText:
    return _write_text


def _write_text(db: Database, article_id: int, body: str, **more: object) -> None:
    insert_article(db, article_id, body, **more)
    copies.add(db, article_id)
    copies.catch_up(db)
