from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any


def test_a_removed_text_stays_away(demo: Path, campaign_archive: Any, rows: Any, tmp_path: Path) -> None:
    data = tmp_path / "copy"
    shutil.copytree(demo, data)
    ((key, url),) = rows(data, "SELECT key, url FROM articles WHERE site = 'sample_group' LIMIT 1")
    ((count,),) = rows(data, "SELECT count(*) FROM articles")

    assert url in campaign_archive("remove", "--data", data, key, "--why", "asked for by its author").stdout
    campaign_archive("check", "--data", data)
    campaign_archive("rebuild", "--data", data)
    campaign_archive("check", "--data", data)

    assert rows(data, "SELECT count(*) FROM articles") == [(count - 1,)]
    assert rows(data, f"SELECT state, reason FROM frontier WHERE url = '{url}'") == [
        ("skipped", "removed on request: asked for by its author")
    ]
    assert rows(data, "SELECT url, why FROM removals") == [(url, "asked for by its author")]


def test_a_removed_page_that_is_named_is_not_asked_for(
    campaign_archive: Any, samples: Any, rows: Any, tmp_path: Path
) -> None:
    url = samples.origin("yunling") + "/news/djqt/2016/0708/1183.html"
    campaign_archive("crawl", "--data", tmp_path, "--url", url)
    ((key,),) = rows(tmp_path, "SELECT key FROM articles")
    campaign_archive("remove", "--data", tmp_path, key, "--why", "its author's wish")

    asked, other = len(samples.requests), samples.origin("yunling") + "/news/nowhere.html"
    ((removed_at,),) = rows(tmp_path, "SELECT removed_at FROM removals")

    said = campaign_archive("crawl", "--data", tmp_path, "--url", other, "--url", url, code=2).stderr
    campaign_archive("rebuild", "--data", tmp_path)

    assert f"{url} was removed at {removed_at}: its author's wish. A removal is for good" in said
    assert len(samples.requests) == asked
    assert rows(tmp_path, "SELECT * FROM articles") == []
    campaign_archive("check", "--data", tmp_path)


def test_without_a_reason_nothing_is_removed(demo: Path, campaign_archive: Any, rows: Any) -> None:
    ((key,),) = rows(demo, "SELECT key FROM articles LIMIT 1")
    assert "why" in campaign_archive("remove", "--data", demo, key, "--why", " ", code=2).stderr
    assert rows(demo, f"SELECT key FROM articles WHERE key = '{key}'") == [(key,)]


def test_without_the_option_an_example_of_it_is_told(demo: Path, campaign_archive: Any) -> None:
    said = campaign_archive("remove", "--data", demo, "4yq2mzt7kd3a", code=2).stderr
    assert "campaign-archive remove 4yq2mzt7kd3a --why " in said


def test_a_text_that_was_removed_already(
    demo: Path, campaign_archive: Any, rows: Any, tmp_path: Path
) -> None:
    data = tmp_path / "copy"
    shutil.copytree(demo, data)
    part = "SELECT key, url FROM articles WHERE part_of_id IS {} NULL LIMIT 1"
    for key, url in rows(data, part.format("")) + rows(data, part.format("NOT")):
        campaign_archive("remove", "--data", data, key, "--why", "its author's wish")
        ((removed_at,),) = rows(data, f"SELECT removed_at FROM removals WHERE url = '{url}'")

        said = campaign_archive("remove", "--data", data, key, "--why", "once more", code=2).stderr

        assert f"{url} was removed at {removed_at}: its author's wish. " in said
    assert len(rows(data, "SELECT url FROM removals")) == 2


def test_an_unknown_key(demo: Path, campaign_archive: Any, tmp_path: Path) -> None:
    assert "nokey" in campaign_archive("remove", "--data", demo, "nokey", "--why", "x", code=2).stderr
