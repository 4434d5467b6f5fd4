from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.cli.written import write

BODY = "各区队要把安全生产月活动抓紧抓实，做到有部署、有检查、有总结。" * 4


@pytest.fixture
def archived(campaign_archive: Any, tmp_path: Path) -> Path:
    page = f"<h1>关于开展安全生产月活动的通知</h1><p>{BODY}</p><p>青石岭煤矿</p><p>2014年6月3日</p>"
    html = write(tmp_path / "a.html", f"<meta charset=utf-8>{page}".encode())
    data = tmp_path / "data"
    campaign_archive("--data", data, "import", html)
    return data


def test_of_a_text_without_a_printed_date_that_of_its_signature_is_told(
    archived: Path, campaign_archive: Any
) -> None:
    told = campaign_archive("--data", archived, "search", "部署").stdout.splitlines()[0]
    assert told == "–           关于开展安全生产月活动的通知  (imported, complete, signed 2014-06-03)"


def test_json_has_both_dates(archived: Path, campaign_archive: Any) -> None:
    (found,) = json.loads(campaign_archive("--data", archived, "search", "部署", "--json").stdout)["results"]
    assert (found["published_at"], found["written_on"]) == (None, "2014-06-03")
