"""Exact search of Chinese texts: from what somebody types to results, concordances and timelines."""
