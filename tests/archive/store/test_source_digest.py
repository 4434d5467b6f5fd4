from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from archive.data import data_lines
from archive.store import source_digest as of_sources
from archive.store.source_digest import modules, source_digest

LOADED = (
    "import archive.catalogue, sys; print(*(name for name in sys.modules if name.startswith('archive.')))"
)

Change = Callable[[str], str]


@pytest.fixture
def digest_after(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Change], str]:
    """The digest of the outline, with the text of one of its modules changed."""
    read = of_sources._source

    def digest(name: str, change: Change) -> str:
        def source(asked: str) -> str | None:
            text = read(asked)
            return change(text) if text is not None and asked == name else text

        monkeypatch.setattr(of_sources, "_source", source)
        monkeypatch.setattr(of_sources, "_read", of_sources._read.__wrapped__)
        return source_digest.__wrapped__("archive.outline")

    return digest


def test_all_that_the_catalogue_imports_counts() -> None:
    loaded = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert {*loaded.stdout.split()} <= modules("archive.catalogue").keys()


def test_of_the_store_what_is_named_counts_alone() -> None:
    of_store = [name for name in modules("archive.copies", "archive.store.copies") if ".store" in name]
    assert "archive.store.copies.clusters" in of_store
    assert all(name.startswith("archive.store.copies") for name in of_store)


@pytest.mark.parametrize(
    ("name", "change", "is_other"),
    [
        ("archive.outline", lambda text: text.replace("{1,4}", "{1,5}"), True),
        ("archive.fold", lambda text: text + "\n_MORE = 1\n", True),
        ("archive.outline", lambda text: text + "\n\n# A remark\n", False),
        ("archive.outline", lambda text: text.replace('"""The outline', '"""An outline'), False),
        ("archive.text.cleaner", lambda text: text + "\n_MORE = 1\n", False),
    ],
    ids=["rule", "imported", "comment", "docstring", "of_others"],
)
def test_what_changes_the_digest(
    digest_after: Callable[[str, Change], str], name: str, change: Change, is_other: bool
) -> None:
    before = source_digest("archive.outline")
    assert (digest_after(name, change) != before) == is_other


def test_a_row_of_a_table_counts_and_a_remark_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    before = source_digest("archive.catalogue")
    monkeypatch.setattr(of_sources, "_read", of_sources._read.__wrapped__)
    assert source_digest.__wrapped__("archive.catalogue") == before
    for table in ("campaigns.tsv", "fold.tsv", "provinces.tsv"):
        monkeypatch.setattr(
            of_sources,
            "data_lines",
            lambda name, table=table: [*data_lines(name), *(["新活动"] if name == table else [])],
        )
        assert source_digest.__wrapped__("archive.catalogue") != before
