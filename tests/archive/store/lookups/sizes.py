"""How many texts a site has: what is looked up for one must cost the same in both."""

from __future__ import annotations

from dataclasses import replace

from archive.store.visit import Visit

FEW, MANY = 10, 60


def unmodified(visit: Visit) -> Visit:
    assert visit.exchange
    answer = replace(
        visit.exchange, status=304, status_line="304 Not Modified", wire=b"", record_type="revisit"
    )
    return replace(visit, exchange=answer, extraction=None)
