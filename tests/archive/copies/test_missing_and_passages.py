from __future__ import annotations

import pytest

from archive.copies.letters import letters_of
from archive.copies.missing import missing_parts
from archive.copies.passages import common_runs
from archive.text.mirror.damage import to_traditional
from tests.official_prose import OfficialProse


@pytest.mark.parametrize("convert", [str, to_traditional])
def test_the_missing_parts_lie_where_the_text_was_cut(prose: OfficialProse, convert: type[str]) -> None:
    body = prose.text().body
    head, inline, tail = 100, (400, 700), 1200
    cut = convert(body[head : inline[0]] + body[inline[1] : tail])
    parts = missing_parts(cut, body)
    assert len(parts) == 3
    for part, (start, end) in zip(parts, ((0, head), inline, (tail, len(body))), strict=True):
        assert abs(part.start - start) <= 2 and abs(part.end - end) <= 2
    assert [part.latest for part in parts[1:]] == pytest.approx([300, len(cut)], abs=2)
    assert parts[0].earliest == 0


def test_nothing_is_missing(prose: OfficialProse) -> None:
    body = prose.text().body
    assert missing_parts(body, body) == missing_parts(body, body[:500]) == missing_parts("", body) == ()


def test_runs_of_sixty_characters_are_found(prose: OfficialProse) -> None:
    found = 0
    for _ in range(100):
        shared = prose.text(200).body[20:80]
        one, other = (prose.text(400).body + shared + prose.text(400).body for _ in range(2))
        letters = letters_of(one)
        told = [letters[run.start : run.end] for run in common_runs(letters, letters_of(other))]
        found += any(letters_of(shared) in run for run in told)
    assert found >= 95
