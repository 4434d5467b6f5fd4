"""An archive of 50,000 generated articles of 1,500 characters, the same in each run, to measure search with.

CAMPAIGN_BENCH_ARTICLES sets another size; the archive stays in the temporary folder for the next run.
"""

from __future__ import annotations

import os
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from zlib import crc32

import pytest
from sqlite_utils import Database

from archive.data import data_lines
from archive.fold import FOLD_VERSION, fold
from archive.search import index
from archive.search.index.tokens import TOKENIZER_VERSION
from archive.store import schema
from archive.store.tables import SCHEMA
from tests.article_rows import insert_article

ARTICLES = int(os.environ.get("CAMPAIGN_BENCH_ARTICLES", "50000"))
CHARACTERS = 1500
WORDS = 30_000
LATIN = ("GDP", "HSE", "PDCA", "5S", "2010", "2021", "12", "3", "A", "ISO9001")
PUNCTUATION = "，，，，。。、；：\n"
SITES = [f"site{number:02}" for number in range(20)]
GENRES = ("通知", "总结", "讲话", "方案", "意见", "通讯", "简报")
STATES = ("complete", "complete", "complete", "truncated", "members_only", "fragment")


class Prose:
    """Text of invented words whose frequencies fall as in a language (Zipf); every fourth is Traditional."""

    def __init__(self, seed: int) -> None:
        self.source = random.Random(seed)
        self.words = self._make_words()
        self.weights = [*accumulate(1 / (rank + 8) for rank in range(len(self.words)))]
        self.to_traditional = _to_traditional()

    def text(self, length: int, *, traditional: bool = False) -> str:
        pieces = self.source.choices(self.words, cum_weights=self.weights, k=length)
        marks = iter(self.source.choices(PUNCTUATION, k=len(pieces)))
        text = "".join(
            piece + next(marks) if self.source.random() < 0.13 else piece for piece in pieces[: length // 2]
        )[:length].strip()
        return text.translate(self.to_traditional) if traditional else text

    def _make_words(self) -> list[str]:
        han = [
            character for character in "".join(data_lines("common_han.txt")) if fold(character) == character
        ]
        weights = [*accumulate(1 / (rank + 30) for rank in range(len(han)))]
        lengths = self.source.choices((1, 2, 3, 4), weights=(4, 70, 16, 10), k=WORDS)
        words = ["".join(self.source.choices(han, cum_weights=weights, k=length)) for length in lengths]
        words[40:1000:96] = LATIN
        return [*dict.fromkeys((*han[:60:2], *words))]


def _to_traditional() -> dict[int, int]:
    """One Traditional character for each Simplified one that has any."""
    _, pairs = files("archive.data").joinpath("fold.tsv").read_text("utf-8").split("\n", 1)
    variants = zip(pairs[2::4], pairs[0::4], strict=True)
    return {ord(folded): ord(written) for folded, written in variants if folded >= "一" and written >= "一"}


@pytest.fixture(scope="session")
def search_archive() -> Path:
    """Path of the database; another set of tables makes another one."""
    tables = crc32(repr(SCHEMA).encode())
    versions = f"{ARTICLES}-{tables:08x}-{FOLD_VERSION}-{TOKENIZER_VERSION}"
    path = Path(tempfile.gettempdir()) / f"campaign-bench-{os.getuid()}-{versions}.db"
    if not path.exists():
        _write(path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)
    return path


@pytest.fixture
def db(search_archive: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{search_archive}?mode=ro", uri=True)) as connection:
        yield connection


def _write(path: Path) -> None:
    path.unlink(missing_ok=True)
    database = Database(path)
    schema.create(database)
    with database.atomic():
        for name in SITES:
            database.table("sites").insert({"name": name, "title": f"{name}煤矿", "kind": "mine"})
        _insert_articles(database)
    with database.atomic():
        index.rebuild(database.conn)
    database.close()


def _insert_articles(db: Database) -> None:
    prose = Prose(seed=2026)
    source = prose.source
    for number in range(1, ARTICLES + 1):
        traditional = number % 4 == 0
        insert_article(
            db,
            number,
            prose.text(CHARACTERS, traditional=traditional),
            site=source.choice(SITES),
            title=prose.text(18, traditional=traditional).replace("\n", ""),
            published_at="{}-{:02}-{:02}".format(*map(source.randint, (2005, 1, 1), (2024, 12, 28))),
            genre=source.choice(GENRES),
            completeness=source.choice(STATES),
            script="Traditional" if traditional else "Simplified",
            source=f"{prose.words[source.randrange(60, 2000)]}集团",
        )
