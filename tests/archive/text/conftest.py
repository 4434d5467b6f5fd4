"""Invented official prose without damage: what no rule may touch."""

from __future__ import annotations

from pathlib import Path

import pytest

PROSE = Path(__file__).parent / "prose"


@pytest.fixture(params=sorted(path.stem for path in PROSE.glob("*.txt")))
def prose(request: pytest.FixtureRequest) -> str:
    """One clean text after the other, title and body, without a line break at its end."""
    return PROSE.joinpath(f"{request.param}.txt").read_text("utf-8").strip()


@pytest.fixture
def plan() -> str:
    """The plan of a competition, in Simplified: title and body."""
    return PROSE.joinpath("plan.txt").read_text("utf-8").strip()


@pytest.fixture
def report() -> str:
    """A news report, in Simplified: title and body."""
    return PROSE.joinpath("report.txt").read_text("utf-8").strip()


@pytest.fixture
def speech() -> str:
    """A speech, in Simplified: title and body."""
    return PROSE.joinpath("speech.txt").read_text("utf-8").strip()
