"""The tables of facts: every row has its source, every name leads to its row, every parent is a row."""

from archive.catalogue.campaigns.table import campaign_names, campaigns
from archive.catalogue.organisations.table import above, organisation_names, organisations


def test_each_row_has_a_source() -> None:
    assert all(row.source for row in campaigns().values())
    assert all(row.source for row in organisations().values())


def test_each_campaign_is_found_by_some_name() -> None:
    found = {alias.campaign.name for all_ in campaign_names().meanings.values() for alias in all_}
    assert found == set(campaigns())


def test_each_organisation_is_found_by_some_name() -> None:
    found = {alias.organisation.name for all_ in organisation_names().meanings.values() for alias in all_}
    assert found == set(organisations())


def test_parents_are_rows_and_no_firm_is_above_itself() -> None:
    table = organisations()
    for name, row in table.items():
        assert {row.parent, row.former_parent} <= {"", *table}
        assert name not in set(above(name, None)) | set(above(name, "1999"))
