"""Scrapy's downloader, and what stands before it: robots.txt, pace, retries, redirects, and the evidence."""
