from __future__ import annotations

from archive.reading.year_bars import HEIGHT, Undated, year_bars


def test_years_without_articles_are_bars_of_no_height() -> None:
    bars = year_bars({"2010": 4, "2012": 1, "²010": 9, "20": 9}, "?year={}".format).bars
    assert [(bar.year, bar.count, bar.height > 0) for bar in bars] == [
        (2010, 4, True),
        (2011, 0, False),
        (2012, 1, True),
    ]
    assert bars[0].height == HEIGHT and bars[0].y == 0


def test_a_rare_year_can_still_be_seen() -> None:
    assert min(bar.height for bar in year_bars({"2010": 10_000, "2011": 1}, "?year={}".format).bars) >= 3


def test_no_years() -> None:
    assert year_bars({}, "?year={}".format).bars == ()


def test_what_has_no_date_stands_in_no_bar_and_is_told() -> None:
    bars = year_bars({"2010": 4, "undated": 3}, "?year={}".format)
    assert [bar.year for bar in bars.bars] == [2010]
    assert bars.undated == Undated(count=3, link="?year=undated")
    assert year_bars({"undated": 3}, "?year={}".format).undated == Undated(count=3, link="?year=undated")
    assert year_bars({"2010": 4}, "?year={}".format).undated is None
