from __future__ import annotations

import pytest

from archive.reading.serving.table_addresses import is_of_tables


@pytest.mark.parametrize(
    "path",
    ["/archive", "/archive.json", "/archive/", "/archive/articles.csv", "/~61rchive/texts", "/archiv~65.db"],
)
def test_what_leads_into_the_database(path: str) -> None:
    assert is_of_tables(path)


@pytest.mark.parametrize(
    "path",
    ["", "/", "/archivexyz", "/archive~2Fx", "/%61rchive", "/~archive", "/search", "/x/archive", "archive"],
)
def test_what_does_not(path: str) -> None:
    assert not is_of_tables(path)
