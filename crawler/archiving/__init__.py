"""The archive's side of one site's crawl: what is saved, what was found on the way, how the run ended."""

from crawler.archiving.archiving import Archiving, cleaned_again, visit_saved

__all__ = ["Archiving", "cleaned_again", "visit_saved"]
