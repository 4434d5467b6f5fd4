"""Proposes the definition of a site from its pages: `campaign-archive probe URL`."""
