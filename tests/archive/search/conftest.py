"""An archive in memory, and invented texts in both scripts to search in."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import opencc
import pytest
from sqlite_utils import Database

from archive.search import index
from archive.store import schema

PHRASES = (
    "安全生产月活动",
    "党支部",
    "党员干部",
    "群众路线教育实践活动",
    "创先争优",
    "劳动竞赛",
    "采煤工作面",
    "矿长",
    "瓦斯治理",
    "通风队",
    "严格考核",
    "落实责任制",
    "后勤服务",
    "干部作风",
    "发展规划",
    "传达上级精神",
    "开展了",
    "深入贯彻",
    "标准化建设",
    "为了",
    "着力解决",
    "反复强调",
    "凭借",
    "保卫科",
    "剩余",
    "部里",
    "复查",
    "覆盖",
    "著名",
    "显著",
    "关于",
    "的",
    "和",
    "在",
    "与会人员",
    "制度化",
    "制造",
    "松散",
    "面貌",
    "台账",
    "钟楼",
    "二〇一〇年",
    "2010年",
    "A股",
    "5S管理",
    "GDP增长",
    "第3季度",
    "HSE",
    "提高了12%",
    "“两学三创”活动",
    "PDCA循环",
    "3号井",
    "20米",
)
PUNCTUATION = ("，", "。", "、", "；", "\n", " ", "（", "）", "：")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article to put into the archive of a test."""

    title: str
    body: str = ""
    attachments: tuple[str | None, ...] = ()
    site: str = "qingshan"
    published_at: str | None = None
    genre: str | None = None
    source: str | None = None
    completeness: str = "complete"
    script: str | None = "Simplified"


MakeArchive = Callable[[Sequence[Document]], sqlite3.Connection]


@pytest.fixture
def make_archive() -> Iterator[MakeArchive]:
    """Makes an archive of documents; their ids are 1, 2, 3 …"""
    databases: list[Database] = []

    def make(documents: Sequence[Document]) -> sqlite3.Connection:
        databases.append(Database(memory=True))
        return _fill(databases[-1], documents)

    yield make
    for database in databases:
        database.close()


@pytest.fixture(scope="session")
def corpus() -> tuple[Document, ...]:
    """Three hundred short texts, every other one Traditional."""
    source = random.Random(20101)
    traditional = opencc.OpenCC("s2t")
    documents = [Document(title=_text(source, 3), body=_text(source, 60)) for _ in range(300)]
    return tuple(
        Document(title=traditional.convert(document.title), body=traditional.convert(document.body))
        if number % 2
        else document
        for number, document in enumerate(documents)
    )


@pytest.fixture
def db(make_archive: MakeArchive, corpus: Sequence[Document]) -> sqlite3.Connection:
    """An archive of the corpus; a module that needs other texts has its own."""
    return make_archive(corpus)


def _text(source: random.Random, length: int) -> str:
    return "".join(
        source.choice(PHRASES) + (source.choice(PUNCTUATION) if source.random() < 0.25 else "")
        for _ in range(length)
    )


def _fill(database: Database, documents: Sequence[Document]) -> sqlite3.Connection:
    schema.create(database)
    with database.atomic():
        for name, title in {"qingshan": "青山煤礦", "yunling": "云岭集团"}.items():
            database.table("sites").insert({"name": name, "title": title, "kind": "mine"})
        for article_id, document in enumerate(documents, start=1):
            _insert(database, article_id, document)
            index.add(database.conn, article_id)
    return database.conn


def _insert(database: Database, article_id: int, document: Document) -> None:
    seen = {"first_seen": "2026-01-01T00:00:00Z", "last_seen": "2026-01-01T00:00:00Z"}
    database.table("articles").insert(
        {
            "id": article_id,
            "key": f"key{article_id}",
            "url": f"http://qingshan.example/{article_id}.html",
            "site": document.site,
            "title": document.title or None,
            "published_at": document.published_at,
            "genre": document.genre,
            "source": document.source,
            "completeness": document.completeness,
            "script": document.script,
            "body_chars": len(document.body),
            "confidence": "high",
            "flags": "masked short",
            "relevance": 1.0,
            "relevance_reasons": "",
            **seen,
        }
    )
    database.table("article_text").insert(
        {"article_id": article_id, "body": document.body, "raw_text": document.body}
    )
    for number, text in enumerate(document.attachments):
        url = f"http://qingshan.example/{article_id}-{number}.docx"
        database.table("attachments").insert(
            {"article_id": article_id, "url": url, "name": "附件", "text": text}
        )


@pytest.fixture
def document() -> type[Document]:
    """The class, for test modules to make documents of."""
    return Document
