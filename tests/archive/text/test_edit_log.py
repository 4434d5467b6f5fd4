"""Edits stay true to the raw text, whatever is changed again later."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.model import Cleaned, RuleId
from archive.text.change import Change
from archive.text.edit_log import restore
from archive.text.manuscript import Manuscript

FIRST, SECOND = RuleId("first", 1), RuleId("second", 2)


def test_a_removal_takes_in_the_repairs_inside_it() -> None:
    repaired = Manuscript.of("甲乙丙丁戊").change(FIRST, [Change(1, 2, "二二")])
    removed = repaired.change(SECOND, [Change(0, 4)])
    (edit,) = removed.edits
    assert (removed.text, edit.rule, edit.removed, edit.put) == ("丁戊", "second", "甲乙丙", "")


def test_neighbours_stay_apart() -> None:
    trimmed = Manuscript.of("  甲乙  丙").change(FIRST, [Change(0, 2), Change(4, 6)])
    cut = trimmed.change(SECOND, [Change(0, 2)])
    assert [(edit.rule, edit.removed) for edit in cut.edits] == [
        ("first", "  "),
        ("second", "甲乙"),
        ("first", "  "),
    ]


def test_a_change_back_leaves_no_edit() -> None:
    there = Manuscript.of("甲乙丙").change(FIRST, [Change(1, 2, "二")])
    assert there.change(SECOND, [Change(1, 2, "乙")]).edits == ()


def test_positions_lead_there_and_back() -> None:
    manuscript = Manuscript.of("甲乙丙丁").change(FIRST, [Change(1, 2), Change(3, 3, "！")])
    assert manuscript.text == "甲丙！丁"
    assert [manuscript.edits.raw_offset(position) for position in range(5)] == [0, 2, 3, 3, 4]
    assert [manuscript.edits.position_of(offset) for offset in range(5)] == [0, 1, 1, 3, 4]


CHANGES = st.lists(
    st.builds(
        lambda start, length, put: Change(start, start + length, put),
        st.integers(0, 30),
        st.integers(0, 8),
        st.text(alphabet="ab\n", max_size=4),
    ),
    max_size=6,
)


@given(st.text(alphabet="甲乙丙\n", max_size=30), st.lists(CHANGES, max_size=5))
def test_any_changes_can_be_taken_back(raw: str, rounds: list[list[Change]]) -> None:
    manuscript = Manuscript.of(raw)
    for changes in rounds:
        manuscript = manuscript.change(FIRST, changes)
    assert restore(Cleaned(raw=raw, title=None, body=manuscript.text, edits=manuscript.edits)) == raw


@given(st.text(alphabet="甲乙丙\n", max_size=30), st.lists(CHANGES, max_size=5))
def test_edits_are_disjoint_and_each_leads_from_the_raw_text_to_the_present_one(
    raw: str, rounds: list[list[Change]]
) -> None:
    manuscript = Manuscript.of(raw)
    for changes in rounds:
        manuscript = manuscript.change(FIRST, changes)
    end, present = 0, 0
    for edit in manuscript.edits:
        assert end <= edit.start <= edit.end
        assert raw[edit.start : edit.end] == edit.removed != edit.put
        present += edit.start - end
        assert manuscript.text[present : present + len(edit.put)] == edit.put
        end, present = edit.end, present + len(edit.put)
    assert manuscript.text[present:] == raw[end:]


def test_insertions_at_one_place_are_one_edit() -> None:
    changes = [Change(1, 1, "一", 0.9), Change(1, 1, "二"), Change(2, 2, "三")]
    manuscript = Manuscript.of("甲乙").change(FIRST, changes)
    assert (manuscript.text, [edit.put for edit in manuscript.edits]) == ("甲一二乙三", ["一二", "三"])
    assert manuscript.edits[0].confidence == 0.9
