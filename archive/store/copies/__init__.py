"""Which articles are copies of which, and which passages they share, as the tables have it."""

from archive.store.copies.upkeep import add, catch_up, refresh_site, remove, uncomparable

__all__ = ["add", "catch_up", "refresh_site", "remove", "uncomparable"]
