"""A log of edits is a sequence like any other: it compares, slices, hashes and travels to other processes."""

from __future__ import annotations

import pickle
from array import array
from dataclasses import FrozenInstanceError

import pytest

from archive.model import Edit, EditLog, RuleId

REPAIR = Edit(rule="glued_pinyin", rule_version=3, start=1, end=9, removed="(chuàng)", put="", confidence=0.9)
BLANK = Edit(rule="whitespace", rule_version=2, start=10, end=11, removed=" ", put="")
MARK = Edit(rule="glued_pinyin", rule_version=3, start=12, end=12, removed="", put="！", confidence=0.5)


@pytest.fixture
def log() -> EditLog:
    return EditLog(
        raw="創(chuàng)新 。",
        text="創新。！",
        raw_starts=array("I", [1, 10, 12]),
        raw_ends=array("I", [9, 11, 12]),
        starts=array("I", [1, 2, 3]),
        ends=array("I", [1, 2, 4]),
        rules=array("H", [0, 1, 0]),
        confidences=array("d", [0.9, 1.0, 0.5]),
        rule_ids=(RuleId("glued_pinyin", 3), RuleId("whitespace", 2)),
    )


def test_edits_are_made_when_they_are_asked_for(log: EditLog) -> None:
    assert list(log) == [REPAIR, BLANK, MARK]
    assert (log[0], log[-1], log[1:], log[::-2]) == (REPAIR, MARK, (BLANK, MARK), (MARK, REPAIR))
    assert (len(log), BLANK in log, log.index(MARK), next(reversed(log))) == (3, True, 2, MARK)
    with pytest.raises(IndexError):
        log[3]


def test_logs_are_equal_when_their_edits_are(log: EditLog) -> None:
    assert log == (REPAIR, BLANK, MARK)
    assert log == pickle.loads(pickle.dumps(log))
    assert hash(log) == hash((REPAIR, BLANK, MARK))
    assert log not in ((), EditLog(), (REPAIR, BLANK, BLANK), [REPAIR, BLANK, MARK])
    assert EditLog(raw="甲", text="甲") == EditLog() == ()
    assert repr(log) == repr((REPAIR, BLANK, MARK))


def test_a_log_keeps_its_columns(log: EditLog) -> None:
    with pytest.raises(FrozenInstanceError):
        log.starts = array("I")  # type: ignore[misc]


def test_only_the_edits_of_the_wanted_rules_are_made(log: EditLog) -> None:
    assert list(log.of_rules(lambda rule: rule.version == 3)) == [REPAIR, MARK]


def test_positions_lead_there_and_back(log: EditLog) -> None:
    assert [log.raw_offset(position) for position in range(5)] == [0, 9, 11, 12, 12]
    assert [log.position_of(offset) for offset in (0, 1, 8, 9, 10, 11, 12)] == [0, 1, 1, 1, 2, 2, 4]


def test_where_a_raw_character_ends_now(log: EditLog) -> None:
    """One that is gone ends where it stood."""
    assert [log.end_of(offset) for offset in (0, 1, 7, 8, 9, 11)] == [1, 1, 1, 1, 2, 3]


def test_an_edit_costs_twenty_six_bytes() -> None:
    assert sum(column.itemsize for column in EditLog().columns()) == 26
