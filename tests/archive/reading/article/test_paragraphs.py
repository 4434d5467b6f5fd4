from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from archive.model import BodySpan, Gap
from archive.reading.article.paragraphs import Paragraph, paragraphs
from archive.search.in_text.written import Span

BODIES = st.text(alphabet="安全生产\t。\n", max_size=40)


def blocks_of(body: str) -> list[BodySpan]:
    """One block for each line that is not empty, as they are stored."""
    spans, start = [], 0
    for line in body.split("\n"):
        if line.strip():
            spans.append(BodySpan(kind="table_row", level=0, start=start, end=start + len(line)))
        start += len(line) + 1
    return spans


def text_of(paragraph: Paragraph) -> str:
    return "\t".join("".join(piece.text for piece in cell) for cell in paragraph.cells)


@given(BODIES, st.data())
def test_every_character_is_shown_once_and_every_gap_in_its_place(body: str, data: st.DataObject) -> None:
    places = st.integers(0, len(body))
    gaps = [Gap(position=at, kind="inline", omitted_chars=None) for at in sorted(data.draw(st.sets(places)))]
    ends = sorted(data.draw(st.lists(places, max_size=6)))
    hits = [(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False)]
    blocks = blocks_of(body)
    shown = paragraphs(body, blocks, gaps, hits)
    assert [text_of(each) for each in shown] == [body[block.start : block.end] for block in blocks]
    pieces = [piece for each in shown for cell in each.cells for piece in cell]
    assert [piece.gap for piece in pieces if piece.gap] == (gaps if blocks else [])


def test_a_gap_between_two_paragraphs_ends_the_first() -> None:
    gap = Gap(position=2, kind="inline", omitted_chars=643)
    first, second = paragraphs("安全\n生产", blocks_of("安全\n生产"), [gap], [])
    assert [piece.kind for piece in first.cells[0]] == ["text", "gap"]
    assert [piece.kind for piece in second.cells[0]] == ["text"]


def test_a_hit_over_a_gap_is_marked_on_both_sides() -> None:
    gap = Gap(position=2, kind="inline", omitted_chars=None)
    (only,) = paragraphs("安全生产月", blocks_of("安全生产月"), [gap], [(0, 4)])
    assert [(piece.kind, piece.text) for piece in only.cells[0]] == [
        ("hit", "安全"),
        ("gap", ""),
        ("hit", "生产"),
        ("text", "月"),
    ]


class Counted(list[Span]):
    """Matches that count how many of them were looked at."""

    looked_at = 0

    def __getitem__(self, place: Any) -> Any:
        self.looked_at += 1
        return super().__getitem__(place)

    def __iter__(self) -> Iterator[Span]:
        for place in range(len(self)):
            yield self[place]


def test_a_paragraph_looks_at_its_own_matches_only() -> None:
    """It looked at those of all others, too: a text of 3.7 MB took six seconds to mark."""

    def looked_at(lines: int) -> int:
        body = "\n".join(["安全生产"] * lines)
        hits = Counted([(5 * line, 5 * line + 2) for line in range(lines)])
        shown = paragraphs(body, blocks_of(body), [], hits)
        assert [each.cells[0][0].number for each in shown] == [*range(1, lines + 1)]
        return hits.looked_at

    assert looked_at(2000) <= 2.5 * looked_at(1000)
