"""`crawl --url`, `--all`, `--retry-failed` as commands, on the sample sites."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archive.errors import CallError
from archive.store.locking.lock import hold
from crawler.cli.crawl import command
from crawler.registry import all_sites

CONTACT = 'contact = "Nobody, nobody@example.org"\n'
ARTICLE = "/news/djqt/2016/0708/1183.html"


def test_a_page_is_archived_and_its_key_told(
    campaign_archive: Any, samples: Any, rows: Any, tmp_path: Path
) -> None:
    url = samples.origin("yunling") + ARTICLE
    said = campaign_archive("crawl", "--data", tmp_path, "--url", f"{url}#top", "--url", url).stdout

    ((key, site),) = rows(tmp_path, "SELECT key, site FROM articles")
    assert site == "sample_group"
    assert said.splitlines()[1:] == [f"{url}: done (article {key})"]
    assert [request.path for request in samples.requests] == ["/robots.txt", ARTICLE]
    campaign_archive("check", "--data", tmp_path)


def test_what_became_of_each_page_is_told(campaign_archive: Any, samples: Any, tmp_path: Path) -> None:
    missing = samples.origin("yunling") + "/news/nowhere.html"
    forbidden = samples.origin("qingshan") + "/neibu/200911/t20091102_17.htm"
    said = campaign_archive("crawl", "--data", tmp_path, "--url", missing, "--url", forbidden).stdout

    assert f"{missing}: done (answered 404 Not Found)" in said
    assert f"{forbidden}: skipped (robots.txt forbids it)" in said
    assert "/neibu/200911/t20091102_17.htm" not in [request.path for request in samples.requests]


def test_only_what_failed_is_asked_again(
    campaign_archive: Any, samples: Any, rows: Any, tmp_path: Path
) -> None:
    campaign_archive("crawl", "--data", tmp_path, "--url", samples.origin("yunling") + ARTICLE)
    asked = len(samples.requests)
    said = campaign_archive("crawl", "--data", tmp_path, "--retry-failed", "sample_group").stdout

    assert said == "sample_group: finished; nothing was fetched\n"
    assert len(samples.requests) == asked


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("file:///etc/passwd", "no address of a web page"),
        ("ftp://mine.example/a.htm", "no address of a web page"),
        ("mine.example/a.htm", "no address of a web page"),
        ("", "no address of a web page"),
        ("http://[::1/a.htm", "no address of a web page"),
        ("http://mine.example:99999/a.htm", "no address of a web page"),
        ("http://127.0.0.1/a.htm", "this machine or its network"),
        ("http://10.0.0.7/a.htm", "this machine or its network"),
        ("http://[fe80::1]/a.htm", "this machine or its network"),
        ("http://other.localhost/a.htm", "this machine or its network"),
        ("http://www.mine.example/a.htm", "www.mine.example is a real site"),
    ],
)
def test_an_address_that_may_not_be_asked_for(
    campaign_archive: Any, tmp_path: Path, url: str, told: str
) -> None:
    said = campaign_archive("crawl", "--data", tmp_path / "new", "--url", url, code=2).stderr
    assert told in said
    assert not (tmp_path / "new").exists()


def test_how_the_sample_sites_are_served_is_told_where_nobody_serves_them(
    campaign_archive: Any, tmp_path: Path
) -> None:
    said = campaign_archive("crawl", "--data", tmp_path, "sample_mine", code=1)
    assert "sample_mine: failed" in said.stdout
    assert "Nothing answers at http://qingshan.localhost:" in said.stderr
    assert "`campaign-archive demo`" in said.stderr and "`python -m crawler.samples`" in said.stderr


def test_a_sample_site_that_answers_is_served(campaign_archive: Any, web: Any, tmp_path: Path) -> None:
    web.add("/robots.txt", "", status=500)
    said = campaign_archive("crawl", "--data", tmp_path, "sample_mine", code=1, samples_port=str(web.port))
    assert "sample_mine: failed" in said.stdout
    assert said.stderr == ""


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ((), "It is not said what"),
        (("--retry-failed",), "It is not said what"),
        (("--all", "sample_mine"), "in two ways"),
        (("--retry-failed", "--url", "http://x.example/"), "Write one of the two"),
    ],
)
def test_a_call_that_says_too_little_or_two_things(
    campaign_archive: Any, tmp_path: Path, call: tuple[str, ...], told: str
) -> None:
    assert told in campaign_archive("crawl", "--data", tmp_path / "new", *call, code=2).stderr
    assert not (tmp_path / "new").exists()


def test_all_sites_but_the_samples_and_none_of_them_against_a_stop_file(
    campaign_archive: Any, rows: Any, tmp_path: Path
) -> None:
    (tmp_path / "campaign-archive.toml").write_text(CONTACT)
    (tmp_path / "stop").touch()
    said = campaign_archive("crawl", "--data", tmp_path, "--all").stdout

    real = [site.name for site in all_sites() if not site.is_local]
    assert [line.partition(":")[0] for line in said.splitlines() if "; nothing was fetched" in line] == real
    assert rows(tmp_path, "SELECT DISTINCT outcome FROM runs") == [("paused",)]
    assert rows(tmp_path, "SELECT count(*) FROM captures") == [(0,)]


def test_all_where_there_is_no_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    samples = [known for known in all_sites() if known.is_local]
    monkeypatch.setattr("crawler.registry.all_sites", lambda: samples)
    said = CliRunner().invoke(command, ["--all", "--data", str(tmp_path / "new")])
    assert isinstance(said.exception, CallError)
    assert "docs/adding-a-site.md" in said.exception.remedy
    assert not (tmp_path / "new").exists()


def test_a_site_that_another_run_holds_costs_the_others_nothing(
    campaign_archive: Any, samples: Any, notified: Path, rows: Any, tmp_path: Path
) -> None:
    with hold(tmp_path, "sample_mine"):
        done = campaign_archive("crawl", "--data", tmp_path, "sample_mine", "sample_vendor", code=75)
        none_free = campaign_archive("crawl", "--data", tmp_path, "sample_mine", code=75).stderr

    assert "sample_vendor: finished" in done.stdout
    assert rows(tmp_path, "SELECT DISTINCT site FROM runs") == [("sample_vendor",)]
    assert "Left out: Another run holds sample_mine" in done.stderr
    assert none_free.startswith("Error: Another run holds sample_mine")
    assert "holds sample_mine" in notified.read_text()
