from __future__ import annotations

from pathlib import Path

import pytest

from archive.store import made_by


def test_rules_are_others_when_a_file_of_the_program_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made_by, "_PROGRAM", tmp_path)
    digests = {made_by._todays_rules.__wrapped__()}
    for name, text in (("rule.py", "1"), ("rule.py", "2"), ("rules.tsv", "2")):
        (tmp_path / name).write_text(text)
        digests.add(made_by._todays_rules.__wrapped__())
    assert len(digests) == 4
    (tmp_path / "rule.pyc").write_text("1")
    assert made_by._todays_rules.__wrapped__() in digests
