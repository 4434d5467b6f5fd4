"""Lists whose further pages are answers to a form."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

EVENT = "<a href=\"javascript:__doPostBack('Pager','{n}')\">{n}</a>"
STATE = '<input type="hidden" name="__VIEWSTATE" value="{value}">'
POSTED = "/list#__VIEWSTATE={value}&__EVENTTARGET=Pager&__EVENTARGUMENT={n}"


def test_a_form_field_carries_the_number(web: Any, crawl: Any) -> None:
    web.add_articles(range(1, 7))
    web.add_list("/list", range(1, 4), "共2页")
    web.add_list("/list#PageSizeIndex=2", range(4, 7), "共2页")

    site = crawl("/list", more='paging=Posted("PageSizeIndex")')
    assert site.run()["new"] == 6
    assert "PageSizeIndex=2" in posted_bodies(site.data)


def posted_bodies(data: Path) -> list[str]:
    """What the WARC's request records hold."""
    bodies = []
    for path in (data / "warc").iterdir():
        with path.open("rb") as stream:
            records = (record for record in ArchiveIterator(stream) if record.rec_type == "request")
            bodies += [record.content_stream().read().decode() for record in records]
    return bodies


def test_each_postback_returns_the_view_state_seen_last(web: Any, crawl: Any) -> None:
    web.add_articles(range(1, 7))
    web.add_list("/list", range(1, 3), STATE.format(value="A") + EVENT.format(n=2))
    web.add_list(POSTED.format(value="A", n=2), range(3, 5), STATE.format(value="B") + EVENT.format(n=3))
    web.add_list(POSTED.format(value="B", n=3), range(5, 7), STATE.format(value="C"))

    assert crawl("/list", more="paging=Postback()").run()["new"] == 6


def test_a_view_state_lost_with_a_run_is_no_silent_end(web: Any, crawl: Any) -> None:
    web.add_article(1)
    web.add_article(2)
    web.add_list("/list", range(1, 2), STATE.format(value="A") + EVENT.format(n=2))
    second = POSTED.format(value="A", n=2)
    web.add_list(second, range(2, 3), STATE.format(value="B"))
    web.seconds = 0.4
    site = crawl("/list", more="paging=Postback()")
    process = site.start_until("/list")
    while not any(state == "done" for _, state, _ in site.frontier().values()):
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.communicate()
    web.seconds = 0.0

    assert site.run(exit_code=1)["failed"] == 1
    assert "view state" in site.frontier()["/list#post:__EVENTTARGET=Pager&__EVENTARGUMENT=2"][2]
    assert site.run()["failed"] == 0
    assert web.times(second)
