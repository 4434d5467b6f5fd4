"""The addresses that a site's crawl knows, and what became of each."""

from archive.store.frontier.frontier import Frontier, FrontierRow

__all__ = ["Frontier", "FrontierRow"]
