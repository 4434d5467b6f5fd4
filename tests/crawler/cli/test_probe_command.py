from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


def test_a_site_is_proposed_and_robots_obeyed(campaign_archive: Any, samples: Any, tmp_path: Path) -> None:
    shown = campaign_archive("probe", samples.origin("qingshan") + "/", "--data", tmp_path).stdout

    assert r'article=r"/\w+/\d+/t\d+_\d+\.htm"' in shown
    assert 'SiteRules(body="#zoom", title=".bt", byline=".xx", since="' in shown
    assert shown.count("article: http") == 3
    assert "gb18030" in shown
    asked = [request.path for request in samples.requests]
    assert asked[0] == "/robots.txt"
    assert not [path for path in asked if path.startswith("/neibu/")]
    assert [*tmp_path.iterdir()] == []


def test_what_robots_forbids_is_not_looked_at(campaign_archive: Any, samples: Any, tmp_path: Path) -> None:
    url = samples.origin("qingshan") + "/neibu/200911/t20091102_17.htm"
    said = campaign_archive("probe", url, "--data", tmp_path, code=2).stderr

    assert "robots.txt forbids it" in said
    assert [request.path for request in samples.requests] == ["/robots.txt"]


def test_a_real_site_needs_a_contact(campaign_archive: Any, tmp_path: Path) -> None:
    said = campaign_archive("probe", "http://www.mine.example/", "--data", tmp_path, code=2).stderr
    assert "www.mine.example is a real site" in said
    assert f"{tmp_path}/campaign-archive.toml" in said


@pytest.mark.parametrize("url", ["www.mine.example", "ftp://www.mine.example/", "nothing"])
def test_what_is_no_address(campaign_archive: Any, tmp_path: Path, url: str) -> None:
    said = campaign_archive("probe", url, "--data", tmp_path, code=2).stderr
    assert f"{url!r} is no address of a web page. Write it with http:// or https://" in said
