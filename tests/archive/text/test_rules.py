"""The visible order of rules, and the vocabulary of flags."""

from __future__ import annotations

from archive.text.flags import FLAGS
from archive.text.rule_order import MEASURES, RULES


def test_names_are_unique() -> None:
    names = [rule.id.name for rule in (*RULES, *MEASURES)]
    assert len(names) == len(set(names))


def test_repair_stands_before_strip_and_reflow_last() -> None:
    names = [rule.id.name for rule in RULES]
    assert names[:4] == ["misread_charset", "whitespace", "split_punctuation", "glued_pinyin"]
    assert names[-1] == "reflow"


def test_flags_are_explained() -> None:
    assert all(meaning.endswith(".") for meaning in FLAGS.values())
    assert list(FLAGS) == sorted(FLAGS)
