"""Who wrote a text, who published it and when, as lines beside the title and at the end say it."""

from archive.byline.byline import MAX_LENGTH, parse_below_title, parse_beside, parse_byline, read_credits
from archive.byline.credit import parse_credit
from archive.byline.keyless import read_bare_date, read_source_alone
from archive.byline.keys import keys_of
from archive.byline.loose import names_outlet, read_lone_source, read_loose
from archive.byline.pairs import read_pairs
from archive.byline.values import names_nobody

__all__ = [
    "MAX_LENGTH",
    "keys_of",
    "names_nobody",
    "names_outlet",
    "parse_below_title",
    "parse_beside",
    "parse_byline",
    "parse_credit",
    "read_bare_date",
    "read_credits",
    "read_lone_source",
    "read_loose",
    "read_pairs",
    "read_source_alone",
]
