"""Telling a shell from a page that has its text is linear, even in a source that was made to be slow."""

from __future__ import annotations

import time

import pytest

from archive.extract.shells import may_be_shell


@pytest.mark.parametrize("piece", ["<script", "<!--", "<a ", "<script></script>", "</script", "< "])
def test_ten_times_the_source_takes_ten_times_as_long(piece: str) -> None:
    seconds = []
    for times in (20_000, 200_000):
        start = time.process_time()
        may_be_shell(piece * times)
        seconds.append(time.process_time() - start)
    print(f"\n{piece:18} {seconds[0]:8.4f} s {seconds[1]:8.4f} s {seconds[1] / seconds[0]:6.1f} times")
    assert seconds[1] < 60 * max(seconds[0], 0.002)
