"""A Chromium for pages that are empty until their scripts have run; it is loaded when one of them is met."""

from crawler.browser.rendering import NotRendered, Rendering

__all__ = ["NotRendered", "Rendering"]
