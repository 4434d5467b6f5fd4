from __future__ import annotations

from typing import Any

from archive.copies.roles import Member, Shared, roles

ALIKE = Shared(contained=0.97, covers=0.96, exact=False)


def member(number: int, **more: Any) -> Member:
    facts: dict[str, Any] = {
        "id": number,
        "key": f"key{number}",
        "url": f"http://site{number}.example/{number}.html",
        "title": "安全生产月活动总结",
        "site_kind": "mine",
        "published_at": f"2010-06-{number:02}",
        "completeness": "complete",
        "flags": "",
        "script": "Simplified",
        "masked_count": 0,
        "body_chars": 1000,
    }
    return Member(**facts | more)


def told(*members: Member, shared: Shared = ALIKE) -> dict[int, str]:
    return {row.article_id: row.role for row in roles(members, lambda one, other: shared)}


def test_who_writes_comes_before_who_copies_then_the_earliest() -> None:
    mill = member(1, site_kind="essay_mill")
    assert told(mill, member(3), member(2)) == {1: "copy", 2: "original", 3: "copy"}


def test_a_mirror() -> None:
    assert told(member(1), member(2, site_kind="mirror"), member(3, flags="mirror")) == {
        1: "original",
        2: "mirror",
        3: "mirror",
    }
    path = "/info/10078.htm"
    assert (
        told(member(1, url=f"http://a.example{path}"), member(2, url=f"http://b.example{path}"))[2]
        == "mirror"
    )


def test_the_fuller_copy_of_a_cut_text() -> None:
    cut = member(2, site_kind="essay_mill", body_chars=600, completeness="truncated")
    (original, row) = roles([member(1), cut], lambda one, other: ALIKE)
    assert (row.role, row.fuller_id, original.fuller_id) == ("truncated", 1, None)


def test_a_whole_copy_is_named_before_a_longer_one_that_its_editor_shortened() -> None:
    cut = member(3, site_kind="essay_mill", body_chars=400, completeness="truncated")
    shortened = member(1, body_chars=1200, completeness="abridged")
    rows = roles([shortened, member(2), cut], lambda one, other: ALIKE)
    assert rows[2].fuller_id == 2


def test_an_original_that_is_cut_has_a_fuller_copy() -> None:
    mill = member(2, site_kind="essay_mill", body_chars=1600)
    original, copy = roles([member(1), mill], lambda one, other: ALIKE)
    assert (original.role, original.fuller_id, copy.role) == ("original", 2, "fuller")


def test_evidence() -> None:
    masked = member(2, script="Traditional", masked_count=4, title="安全生產月活動總結")
    rows = roles([member(1), masked], lambda one, other: Shared(contained=1, covers=1, exact=True))
    assert [row.evidence for row in rows] == ["", "exact title script masked"]
    chained = roles(
        [member(1), member(2, title=None)], lambda one, other: Shared(contained=0, covers=0, exact=False)
    )
    assert chained[1].evidence == "through_another"


def test_the_cluster_is_named_after_the_least_key() -> None:
    assert {row.cluster for row in roles([member(3), member(2)], lambda one, other: ALIKE)} == {"key2"}
