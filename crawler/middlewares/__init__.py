"""What stands between Scrapy's engine and the wire: robots.txt, retries, redirects, and the evidence."""
