"""Copies in generated prose: precision, recall for each kind of copy, time, room.

python -m pytest tests/benchmarks/test_copies.py -s
CAMPAIGN_BENCH_COPIES sets another number of articles.
"""

from __future__ import annotations

import os
import random
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from archive.store import copies
from archive.store.archive import open_database
from archive.text import clean
from archive.text.mirror.damage import SMALL_TABLE, convert_with_pinyin, to_traditional
from tests.article_rows import insert_article
from tests.official_prose import Invented, OfficialProse

ARTICLES = int(os.environ.get("CAMPAIGN_BENCH_COPIES", "3000"))
BULLETINS = 2000
BULLETIN = (
    "本日全矿生产原煤{}吨，掘进进尺{}米，井下各采区运转正常，通风系统稳定可靠。\n调度室每日碰头，盯住运输和排水，"
    "排水{}方，提升{}钩，耗电{}度。各区队严格执行交接班制度，做到班班有人管、处处有人查，查处隐患{}处。\n"
    "明日安排：综采一队检修采煤机，计划{}吨；掘进二队处理顶板，计划{}米；机电队更换皮带。"
)
LENGTHS = (300, 500, 900, 1500, 2500)


def _copies(prose: OfficialProse) -> Mapping[str, Callable[[str], str]]:
    return {
        "Traditional": to_traditional,
        "glued pinyin, repaired": lambda body: clean(convert_with_pinyin(body, SMALL_TABLE)).body,
        "masked": prose.mask,
        "cut to 60 %": lambda body: body[: len(body) * 6 // 10],
        "cut to 40 %": lambda body: body[: len(body) * 4 // 10],
        "masked, cut to 60 %": lambda body: prose.mask(body)[: len(body) * 6 // 10],
        "head cut off": lambda body: body[len(body) // 3 :],
        "a part left out": lambda body: body[: len(body) // 3] + body[len(body) // 2 :],
    }


def _texts() -> Iterator[tuple[str, int, str]]:
    """Yield kind, number of the work and body; a third has copies, some have siblings that are none."""
    prose, source, works = OfficialProse(seed=2026), random.Random(2026), iter(range(10**9))
    copies = _copies(prose)
    while True:
        text, work = prose.text(source.choice(LENGTHS)), next(works)
        yield "original", work, text.body
        if source.random() < 0.35:
            for kind in source.sample([*copies], 2):
                yield kind, work, copies[kind](text.body)
        for other in _strangers(prose, source, text):
            yield "stranger", next(works), other.body


def _strangers(prose: OfficialProse, source: random.Random, text: Invented) -> Iterator[Invented]:
    if source.random() < 0.15:
        yield prose.sibling(text, source.choice((0.75, 0.9, 1)))
    if source.random() < 0.1:
        yield prose.patchwork(text, prose.text())


def _pairs(groups: Iterable[list[int]]) -> set[tuple[int, int]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def test_copies_are_found_and_others_are_not(tmp_path: Path) -> None:
    db = open_database(tmp_path / "archive.db")
    db.table("sites").insert({"name": "mine", "title": "青山煤矿", "kind": "mine"})
    works, kinds, spent, characters = defaultdict[int, list[int]](list), dict[int, str](), [], 0
    for number, (kind, work, body) in zip(range(1, ARTICLES + 1), _texts(), strict=False):
        works[work].append(number)
        kinds[number] = kind
        characters += len(body.encode())
        with db.atomic():
            insert_article(db, number, body)
            began = time.process_time()
            copies.add(db, number)
            copies.catch_up(db)
            spent.append(time.process_time() - began)
    clusters = defaultdict[str, list[int]](list)
    for article_id, cluster in db.execute("SELECT article_id, cluster FROM copies"):
        clusters[cluster].append(article_id)
    found, right = _pairs(clusters.values()), _pairs(works.values())
    precision = len(found & right) / len(found)
    room = db.execute("SELECT sum(pgsize) FROM dbstat WHERE name IN ('copy_keys', 'fingerprints')").fetchone()
    print(f"\n{ARTICLES} articles: precision {precision:.4f}, recall {len(found & right) / len(right):.4f}")
    for kind in sorted({*kinds.values()} - {"original", "stranger"}):
        of_kind = {(a, b) for a, b in right if kinds[a] == "original" and kinds[b] == kind}
        recall = len(found & of_kind) / len(of_kind)
        print(f"  {kind:24} {recall:.3f} of {len(of_kind)}")
        assert recall >= 0.98
    spent.sort()
    print(
        f"  {1000 * sum(spent) / ARTICLES:.1f} ms an article, 95 % below {1000 * spent[-ARTICLES // 20]:.1f}"
    )
    print(f"  index {room[0] / characters:.2f} of the text's size in UTF-8")
    print(f"  memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    assert precision >= 0.99


def test_what_one_more_costs_in_a_pile_of_bulletins(tmp_path: Path) -> None:
    """A pile of texts that are alike and no copies: what one more costs."""
    db, source = open_database(tmp_path / "archive.db"), random.Random(2026)
    db.table("sites").insert({"name": "mine", "title": "青山煤矿", "kind": "mine"})
    print("\nbulletins that differ in their numbers, CPU time")
    for quarter in range(4):
        began = time.process_time()
        with db.atomic():
            for number in range(quarter * BULLETINS // 4 + 1, (quarter + 1) * BULLETINS // 4 + 1):
                figures = [source.randint(1000, 9999) for _ in range(8)]
                insert_article(db, number, BULLETIN.format(*figures))
                copies.add(db, number)
                copies.catch_up(db)
        spent = 1000 * (time.process_time() - began) * 4 / BULLETINS
        print(f"  {(quarter + 1) * BULLETINS // 4:6} {spent:6.1f} ms an article")
