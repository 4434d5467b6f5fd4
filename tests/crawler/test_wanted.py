from __future__ import annotations

import json
from typing import Any

from crawler.registry import site_names
from crawler.wanted import wanted_sites


def test_no_site_is_both_defined_and_wanted() -> None:
    names = [site.name for site in wanted_sites()]
    assert len(names) == len(set(names)) >= 40
    assert not set(names) & set(site_names())


def test_sites_tells_the_three_kinds_apart(campaign_archive: Any) -> None:
    shown = campaign_archive("sites").stdout
    assert "unverified" in shown
    assert "a sample site" in shown
    assert "kailuan" in shown

    rows = [json.loads(line) for line in campaign_archive("sites", "--json").stdout.splitlines()]
    wanted = {row["name"] for row in rows if row["wanted"]}
    assert "kailuan" in wanted and "hbcoal" not in wanted
