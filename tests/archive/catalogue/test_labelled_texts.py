"""The catalogue against the judgement of a person; the floors refuse to drop."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from archive.catalogue import catalogue
from archive.model import FieldName, Fields
from archive.statements import Catalogued

HERE = Path(__file__).parent / "labelled"
FIELDS: Mapping[str, FieldName] = {
    "published_at": "published_at",
    "source": "source",
    "written": "written_on",
}
NOT_TOLD = ("-", "*")


@pytest.fixture(scope="module")
def judged() -> list[tuple[dict[str, Any], Catalogued]]:
    return [(label, _catalogued(label)) for label in _labels("texts.jsonl")]


def _labels(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def _catalogued(label: Mapping[str, Any]) -> Catalogued:
    fields: Fields = {FIELDS[name]: label[name] for name in FIELDS if label.get(name)}
    return catalogue(label.get("title"), label["body"], fields, "http://labelled.test/")


def test_campaigns(judged: list[tuple[dict[str, Any], Catalogued]]) -> None:
    right = found = expected = 0
    for label, catalogued in judged:
        names = {one.name for one in catalogued.campaigns}
        labelled = set(filter(None, label["campaigns"].split("|")))
        right, found, expected = right + len(names & labelled), found + len(names), expected + len(labelled)
    assert right / found >= 0.95
    assert right / expected >= 0.90


def test_issuers_and_their_groups(judged: list[tuple[dict[str, Any], Catalogued]]) -> None:
    issuers, groups = [], []
    for label, catalogued in judged:
        issuer = next((one for one in catalogued.organisations if one.role == "issuer"), None)
        issuers.append((issuer.name if issuer else None) == label.get("issuer"))
        if label.get("group") and label["group"] not in NOT_TOLD:
            groups.append(issuer is not None and issuer.group == label["group"])
    assert sum(issuers) / len(issuers) >= 0.85
    assert sum(groups) / len(groups) >= 0.95


def test_evidence_stands_where_it_says(judged: list[tuple[dict[str, Any], Catalogued]]) -> None:
    for label, catalogued in judged:
        stated = [(one.evidence, one.confidence) for one in catalogued.campaigns]
        stated += [(one.evidence, one.confidence) for one in catalogued.organisations]
        for place, confidence in stated:
            assert label[place.field][place.start : place.end] == place.words
            assert 0.5 <= confidence <= 1
