"""Clean official prose stays as it is: nothing removed, nothing changed, whatever words it uses."""

from __future__ import annotations

from archive.text import clean
from archive.text.mirror.damage import to_traditional


def test_only_the_title_is_told_apart(prose: str) -> None:
    cleaned = clean(prose)
    title, _, body = prose.partition("\n")
    assert (cleaned.title, cleaned.body) == (title, body)
    assert [edit.rule for edit in cleaned.edits] == ["title"]


def test_a_given_title_changes_nothing_else(prose: str) -> None:
    title, _, body = prose.partition("\n")
    cleaned = clean(prose, title=title)
    assert (cleaned.title, cleaned.body) == (title, body)


def test_traditional_prose_stays_too(prose: str) -> None:
    traditional = to_traditional(prose)
    assert clean(traditional).body == traditional.partition("\n")[2]


def test_clean_prose_is_complete_and_raises_no_flag(prose: str) -> None:
    cleaned = clean(prose)
    is_excerpt = prose.partition("\n")[0].endswith("（节选）")
    assert cleaned.flags == (("abridged",) if is_excerpt else ())
    assert cleaned.gaps == ()
    assert cleaned.truncation.completeness == ("abridged" if is_excerpt else "complete")


def test_every_paragraph_alone_stays(prose: str) -> None:
    for line in prose.split("\n"):
        cleaned = clean(line)
        assert cleaned.body == line
        assert cleaned.edits == ()


def test_every_passage_of_three_lines_stays(prose: str) -> None:
    """So each line stands at both edges once, where furniture is looked for."""
    lines = prose.split("\n")
    for number in range(len(lines) - 2):
        passage = "\n".join(lines[number : number + 3])
        cleaned = clean(passage)
        assert [edit.rule for edit in cleaned.edits if edit.rule != "title"] == []
        assert passage.endswith(cleaned.body)
