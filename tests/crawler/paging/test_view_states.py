"""What is kept of the pages of ASP.NET."""

from __future__ import annotations

from crawler.paging import ListPage
from crawler.paging.view_states import ViewStates, view_state

HOME = "http://mine.example/list{}.aspx"
EVENT = "#post:__EVENTTARGET=pager"


def test_only_a_page_with_a_view_state_has_fields_to_keep() -> None:
    box = "<input type=hidden name={} value=v>"
    assert view_state(ListPage(HOME, box.format("token"))) == {}
    both = ListPage(HOME, box.format("token") + box.format("__VIEWSTATE"))
    assert view_state(both) == {"token": "v", "__VIEWSTATE": "v"}


def test_the_oldest_give_way_to_those_that_a_hostile_site_makes_large() -> None:
    states = ViewStates()
    for number in range(4):
        states.remember(HOME.format(number), {"__VIEWSTATE": "x" * 6_000_000})
    # That of a page which is shown again takes the room of its own.
    states.remember(HOME.format(3), {"__VIEWSTATE": "y" * 6_000_000})

    assert [states.are_lost_for(HOME.format(number) + EVENT) for number in range(4)] == [
        True,
        False,
        False,
        False,
    ]
    states.remember(HOME.format(9), {f"field{number}": "" for number in range(100_000)})
    assert all(states.are_lost_for(HOME.format(number) + EVENT) for number in range(4))
