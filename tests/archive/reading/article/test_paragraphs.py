from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.model import BodySpan, Gap
from archive.reading.article.paragraphs import Paragraph, paragraphs

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
