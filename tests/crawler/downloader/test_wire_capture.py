"""Request and answer are noted as they went over the wire, with what the HTTP client adds."""

from __future__ import annotations

import pytest
from scrapy import FormRequest, Request
from scrapy.http import Response

from crawler.downloader.wire_capture import exchange_of

URL = "http://reader:secret@mine.localhost:8100/a.htm"


def test_a_request_has_its_host() -> None:
    request = Request(URL, headers={"Accept": "text/html"})
    sent = exchange_of(request, Response(URL)).request_headers
    assert sent == (("Accept", "text/html"), ("Host", "mine.localhost:8100"))


def test_a_form_has_its_length() -> None:
    request = FormRequest(URL, formdata={"page": "12"})
    assert exchange_of(request, Response(URL)).request_headers[0] == ("Content-Length", "7")


@pytest.mark.parametrize(
    ("status", "length", "noted"), [(304, "0", None), (304, "90", "90"), (200, "0", "0")]
)
def test_an_answer_without_a_body_has_no_length_that_nobody_stated(
    status: int, length: str, noted: str | None
) -> None:
    answer = Response(URL, status=status, headers={"Content-Length": length})
    assert exchange_of(Request(URL), answer).header("Content-Length") == noted
