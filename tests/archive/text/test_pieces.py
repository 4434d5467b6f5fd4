"""However many pieces there are, the text is theirs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.text.pieces import Pieces, join_pieces


@given(st.lists(st.text(max_size=2), max_size=5), st.integers(1, 900))
def test_nothing_is_lost_between_the_pieces(some: list[str], times: int) -> None:
    growing = Pieces()
    for piece in some * times:
        growing.add(piece)
    assert join_pieces(iter(some * times)) == growing.text() == "".join(some * times)


def test_many_empty_pieces_end_nothing() -> None:
    assert join_pieces([*[""] * 5_000, "完"]) == "完"
