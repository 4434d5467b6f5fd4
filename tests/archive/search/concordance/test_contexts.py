"""Matches are sorted by their contexts, character by character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.fold import fold
from archive.search.concordance.contexts import WIDTH, Contexts

CONTEXT = st.text(st.sampled_from("安全產产a1 㐀𠮷，。"), min_size=WIDTH, max_size=WIDTH)
ALIKE = st.builds(
    lambda near, far: (near * WIDTH)[: WIDTH - 1] + far, st.sampled_from("安a"), st.sampled_from("产1产")
)


def by_place(context: str) -> list[tuple[bool, bytes]]:
    return [(not character.isalnum(), character.encode("gb18030")) for character in fold(context)]


@given(st.lists(CONTEXT | ALIKE, max_size=12))
def test_both_sides_are_read_from_the_match_outwards(contexts: list[str]) -> None:
    lines = [*range(len(contexts))][::-1]
    right = Contexts("", "".join(contexts)).order("right", lines)
    assert right == sorted(lines, key=lambda line: by_place(contexts[line]))
    left = Contexts("".join(contexts), "").order("left", lines)
    assert left == sorted(lines, key=lambda line: by_place(contexts[line][::-1]))


def test_words_come_before_punctuation_and_the_end_of_a_line() -> None:
    contexts = [beside.ljust(WIDTH) for beside in ("", "，", "。", "“", "总结", "𠮷", "GDP", "2014")]
    lines = Contexts("", "".join(contexts)).order("right", range(len(contexts)))
    words = [contexts[line].strip() for line in lines]
    assert words[:4] == ["2014", "GDP", "𠮷", "总结"] and set(words[4:]) == {"", "，", "。", "“"}
