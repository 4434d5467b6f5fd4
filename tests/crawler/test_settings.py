"""What starts with every crawl: nothing that only few need, or none."""

from __future__ import annotations

import subprocess
import sys

COMPONENTS = """
from scrapy.settings import Settings
from scrapy.utils.misc import load_object
settings = Settings()
settings.setmodule("crawler.settings", priority="project")
for name in ("EXTENSIONS", "DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES"):
    for component in settings.get_component_priority_dict_with_base(name):
        load_object(component)
        print(component)
"""

OURS = {
    "crawler.archiving.Archiving",
    "crawler.pausing.Pausing",
    "crawler.downloader.address_guard.AddressGuard",
    "crawler.downloader.robots.RobotsMiddleware",
    "crawler.downloader.retry.PatientRetryMiddleware",
    "crawler.downloader.redirect.SiteRedirectMiddleware",
    "crawler.downloader.wire_capture.WireCapture",
}
SCRAPYS = {
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware",
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware",
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware",
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware",
    "scrapy.spidermiddlewares.referer.RefererMiddleware",
}


def told_by(program: str) -> set[str]:
    """Return the words that a new process prints."""
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, check=True, text=True)
    return set(done.stdout.split())


def loaded_by(program: str) -> set[str]:
    """Return the modules that a new process holds after a program."""
    return told_by(f"{program}\nimport sys\nprint(*sys.modules)")


def test_every_component_that_a_crawl_needs_runs_and_no_other() -> None:
    assert told_by(COMPONENTS) == OURS | SCRAPYS


def test_scrapy_loads_no_component_that_is_switched_off() -> None:
    loaded = loaded_by(COMPONENTS)
    assert "crawler.pausing" in loaded
    assert loaded.isdisjoint({"aiohttp", "tldextract", "scrapy.extensions.telnet"})


def test_readers_of_documents_come_with_the_first_document() -> None:
    loaded = loaded_by("import crawler.visits.reader")
    assert "archive.extract.html_page" in loaded
    assert loaded.isdisjoint({"pypdfium2", "docx"})
