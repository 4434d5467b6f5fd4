"""Scrapy's settings for every crawl, ours and `scrapy crawl NAME`. A site's own pace is set by its spider."""

import os

from crawler.plan import WALK

BOT_NAME = "campaign-archive"
SPIDER_MODULES = ["spiders"]
SPIDER_LOADER_CLASS = "crawler.spider_loader.SiteLoader"
CAMPAIGN_ARCHIVE_DATA = os.environ.get("CAMPAIGN_ARCHIVE_DATA") or "data"

# Scrapy's own lists: it loads whatever they name, even what is switched off, and aiohttp with it. Two of its
# extensions execute Python for whoever connects.
EXTENSIONS_BASE: dict[str, int] = {}
DOWNLOADER_MIDDLEWARES_BASE: dict[str, int] = {}
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}

# The archive: frontier in, visits out.
EXTENSIONS = {"crawler.archiving.Archiving": 0, "crawler.pausing.Pausing": 10}
CRAWL_PLAN = WALK
LONGEST_END = 20  # Seconds after a signal: what is under way then is asked for again by the next run.
SCHEDULER = "crawler.frontier_scheduler.FrontierScheduler"
ITEM_PIPELINES = {"crawler.archiving.pipeline.ArchivePipeline": 0}

# Bytes stay as on the wire until the reader's own process unpacks them: a bomb costs the crawl nothing. No
# cookies are kept.
DOWNLOADER_MIDDLEWARES = {
    "crawler.downloader.address_guard.AddressGuard": 50,
    "crawler.downloader.robots.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
    "crawler.downloader.retry.PatientRetryMiddleware": 550,
    "crawler.downloader.redirect.SiteRedirectMiddleware": 600,
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": 750,
    "crawler.downloader.wire_capture.WireCapture": 960,
}
# The redirects ask for this one; Site.covers judges the addresses, the frontier their depth.
SPIDER_MIDDLEWARES = {"scrapy.spidermiddlewares.referer.RefererMiddleware": 700}
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"  # The table `runs` counts better.
CONCURRENT_ITEMS = 1  # A page is one item; Scrapy would start a hundred tasks for it.

# Politeness: one request to a host at a time, each a while after the last.
DOWNLOADER = "crawler.downloader.hosts.HostwiseDownloader"
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = BOT_NAME
CONCURRENT_REQUESTS = 1
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 2
DOWNLOAD_DELAY_JITTER = 0.5
RETRY_TIMES = 2
BACK_OFF_LEAST = 2  # Seconds between two requests to a host that answered 429 or 503; doubled each time.
BACK_OFF_MOST = 120
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # The frontier tells what became of each address.
REDIRECT_MAX_TIMES = 8
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9",
    "Accept-Encoding": "gzip, deflate",  # What can be undone again when the archive is rebuilt.
}

# Limits: a page is not larger or slower than this.
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024
ATTACHMENT_MAXSIZE = 32 * 1024 * 1024
DOWNLOAD_TIMEOUT = 60
BROWSER_TIMEOUT = 120  # Seconds for one page with all that its scripts ask for, each at the site's pace.
DOWNLOAD_HANDLERS = {
    "http": "crawler.downloader.http_handler.LimitedHTTPHandler",
    "https": "crawler.downloader.http_handler.LimitedHTTPHandler",
    **dict.fromkeys(("data", "file", "ftp", "s3")),
}
TWISTED_DNS_RESOLVER = "crawler.downloader.resolver.LocalhostResolver"

LOG_LEVEL = "WARNING"
