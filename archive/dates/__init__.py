"""Dates as they are printed, with the precision that is printed and none that is not."""

from archive.dates.chinese import month_number
from archive.dates.parser import iter_dates, parse_date, parse_short_date, parse_url_date
from archive.dates.printed_date import BEIJING, PrintedDate, dated_fields

__all__ = [
    "BEIJING",
    "PrintedDate",
    "dated_fields",
    "iter_dates",
    "month_number",
    "parse_date",
    "parse_short_date",
    "parse_url_date",
]
