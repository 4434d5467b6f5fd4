from __future__ import annotations

from archive.store.visit import FORBIDDEN, Visit
from crawler.archiving.findings import Findings

LIST = "http://mine.test/list.htm"


def test_a_list_that_was_not_read_links_to_nothing_that_is_known() -> None:
    findings = Findings([LIST])
    findings.see(Visit(url=LIST, kind="listing", state="skipped", reason=f"{FORBIDDEN} forbids it"))
    assert findings.lists == {LIST: None}


def test_the_commonest_reason_of_failures_is_told() -> None:
    findings = Findings([LIST])
    for reason in ("timed out", "timed out", "404 Not Found"):
        findings.see(Visit(url="http://mine.test/a", kind="article", state="failed", reason=reason))
    assert [*findings.failures()] == ["2 of 3 failed: timed out"]
    assert not findings.read_no_list


def test_a_site_whose_lists_all_fail_was_not_crawled() -> None:
    findings = Findings([LIST])
    findings.see(Visit(url=LIST, kind="listing", state="failed", reason="no answer"))
    assert findings.read_no_list
    assert [*findings.failures()] == ["1 failed: no answer"]
