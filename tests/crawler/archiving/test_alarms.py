from __future__ import annotations

import pytest

from archive.store.copies.republished import Republished
from archive.store.reports.last_texts import Read, ReadingFault
from archive.store.visit import Judged
from crawler.archiving.alarms import (
    forbidden_alarms,
    pause_alarms,
    reading_alarms,
    republished_alarms,
    selection_alarms,
)


@pytest.mark.parametrize(
    ("now", "before", "alarms"),
    [
        (Judged(2, 18), Judged(50, 50), ["18 of 20 new pages are no campaign material, where 50% are usual"]),
        (Judged(0, 20), Judged(0, 0), ["20 of 20 new pages are no campaign material, look"]),
        (Judged(10, 40), Judged(50, 50), []),
        (Judged(3, 27), Judged(10, 90), []),
        (Judged(0, 19), Judged(50, 50), []),
        (Judged(1, 30), Judged(0, 0), []),
    ],
)
def test_far_more_irrelevant_pages_than_usual_alarm(now: Judged, before: Judged, alarms: list[str]) -> None:
    told = [*selection_alarms(now, before)]
    assert len(told) == len(alarms)
    assert all(one.startswith(start) for one, start in zip(told, alarms, strict=True))


@pytest.mark.parametrize(("texts", "told"), [(0, False), (4, False), (5, True), (6, True)])
def test_texts_that_robots_txt_forbids(texts: int, told: bool) -> None:
    assert [*forbidden_alarms(texts)] == told * [
        f"robots.txt forbids all texts: none of the last {texts} could be asked for"
    ]


@pytest.mark.parametrize(("pauses", "told"), [(1, False), (6, False), (7, True), (8, False), (14, True)])
def test_a_walk_that_is_paused_for_ever(pauses: int, told: bool) -> None:
    found = [*pause_alarms(pauses, 5021)]
    assert found == told * [
        f"paused {pauses} times, and the walk has not come to its end; 5021 addresses wait: "
        "give it more minutes or hours"
    ]


@pytest.mark.parametrize(
    ("new", "copies", "told"), [(5, 5, True), (9, 5, True), (10, 5, False), (4, 4, False), (0, 0, False)]
)
def test_texts_that_come_again_at_new_addresses(new: int, copies: int, told: bool) -> None:
    found = [*republished_alarms(Republished(new=new, copies=copies))]
    assert found == told * [
        f"{copies} of {new} new texts are older ones of the site at new addresses; "
        "where the old addresses are still listed, narrow `article` to one kind"
    ]


@pytest.mark.parametrize(
    ("fault", "read", "told"),
    [
        ("empty", Read(32, 2), "2 of 32 texts have an empty body"),
        ("shell", Read(10, 10), "10 of 10 texts are filled by scripts"),
        ("template_unknown", Read(2, 2), "2 of 2 texts fit no template"),
        ("replaced", Read(10, 3), "3 of 10 texts hold bytes"),
        ("empty", Read(10, 1), ""),
        ("empty", Read(40, 2), ""),
    ],
)
def test_texts_that_are_read_badly(fault: ReadingFault, read: Read, told: str) -> None:
    faults: tuple[ReadingFault, ...] = ("empty", "shell", "template_unknown", "replaced")
    alarms = [*reading_alarms({**dict.fromkeys(faults, Read()), fault: read})]
    assert len(alarms) == bool(told)
    assert "".join(alarms).startswith(told)
