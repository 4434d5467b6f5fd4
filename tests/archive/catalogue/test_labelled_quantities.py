"""The quantities of labelled texts against the judgement of a person; the floors refuse to drop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from archive.catalogue.quantities import quantities_of
from archive.catalogue.text import Text

HERE = Path(__file__).parent / "quantities"

Label: TypeAlias = tuple[str | None, float, str | None, str]
"""Subject, value, unit and kind."""


def _labelled(name: str) -> Iterator[tuple[str, list[Label]]]:
    for paragraph in (HERE / name).read_text("utf-8").split("\n\n"):
        lines = [line for line in paragraph.split("\n") if line and not line.startswith("#")]
        labels = [_label(line) for line in lines if line.startswith("\t")]
        yield "\n".join(line for line in lines if not line.startswith("\t")), labels


def _label(line: str) -> Label:
    subject, value, unit, kind = (cell.strip() for cell in line.split("|"))
    return (None if subject == "-" else subject), float(value), (None if unit == "-" else unit), kind


def _found(body: str) -> list[Label]:
    quantities = quantities_of(Text.of(None, body, {}, "http://labelled.test/"))
    return [(one.subject, one.value, one.unit, one.kind) for one in quantities]


@pytest.mark.parametrize(
    ("name", "precision", "recall", "kinds"),
    [("looked_at.txt", 0.98, 0.98, 0.98), ("held_back.txt", 0.90, 0.90, 0.90)],
)
def test_labelled_quantities(name: str, precision: float, recall: float, kinds: float) -> None:
    right = found = labelled = right_kinds = 0
    for body, labels in _labelled(name):
        made = _found(body)
        right += (Counter(one[:3] for one in made) & Counter(one[:3] for one in labels)).total()
        right_kinds += (Counter(made) & Counter(labels)).total()
        found, labelled = found + len(made), labelled + len(labels)
    print(f"\n{name}: precision {right / found:.3f}, recall {right / labelled:.3f}", end=", ")
    print(f"kind right {right_kinds / right:.3f}, of {labelled} quantities")
    assert right / found >= precision
    assert right / labelled >= recall
    assert right_kinds / right >= kinds
