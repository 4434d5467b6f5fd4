"""Scrapy machinery and the command line."""
