"""Links that a script follows."""

from __future__ import annotations

import pytest

from crawler.paging import FOUND_ON_PAGE, ListPage

BASE = "http://mine.example/xwzx/"
FORM = '<form name="f" method="{}" action="l.do?t=1"><input type="hidden" name="t" value="1">{}</form>'
FIELD = '<input type="hidden" name="pageNo" id="no" value="1">'


def targets(html: str) -> list[str]:
    return [url.removeprefix(BASE) for url in ListPage(BASE + "list.jsp", html).links()]


@pytest.mark.parametrize(
    ("link", "function", "expected"),
    [
        ("href='javascript:void(0)' onclick=\"window.open('view.php?id=7','_blank')\"", "", "view.php?id=7"),
        ("onclick=\"location.href=encodeURI('7.jhtml');\"", "", "7.jhtml"),
        (
            "href='#' onclick='show(7)'",
            "show(id) { window.location = 'view.jsp?id=' + id; }",
            "view.jsp?id=7",
        ),
        ("href=\"javascript:to('a','2')\"", "to(u, p) { location.href = u + '_' + p + '.htm' }", "a_2.htm"),
        ("href='7.htm' onclick='count(7)'", "count(n) { hits = n; }", "7.htm"),
        ("href='7.htm' onclick=\"location.href='8.htm'\"", "", "7.htm"),
    ],
)
def test_a_script_puts_an_address_together(link: str, function: str, expected: str) -> None:
    assert targets(f"<script>function {function}</script><a {link}>石岭煤矿召开动员会</a>") == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "document.forms['f'].pageNo.value = n; document.forms['f'].submit();",
        "document.getElementById('no').value = n; document.f.submit();",
        "$('#no').val(n); $('form').submit();",
    ],
)
@pytest.mark.parametrize(
    ("method", "expected"),
    [("post", "l.do?t=1#post:t=1&pageNo=2"), ("get", "l.do?t=1&pageNo=2")],
)
def test_a_script_submits_a_form(body: str, method: str, expected: str) -> None:
    form = FORM.format(method, FIELD)
    html = f"<script>function go(n) {{ {body} }}</script>{form}<a href='javascript:go(2)'>下一页"
    url = FOUND_ON_PAGE.next_page(ListPage(BASE + "l.do?t=1", html))
    assert url == BASE + expected


@pytest.mark.parametrize(
    "body",
    [
        "load(n);",
        "location.href = base + n;",
        "f.no.value = n; f.submit();",
        "location.href = '//[' + n;",
        "location.href = 'mailto:' + n;",
    ],
)
@pytest.mark.parametrize("name", ["go", "turn"])
def test_what_can_not_be_read_leads_nowhere(name: str, body: str) -> None:
    html = f"<script>function go(n) {{ {body} }}</script><a href='javascript:{name}(2)'>下一页</a>"
    assert targets(html) == []
    assert FOUND_ON_PAGE.next_page(ListPage(BASE, html)) is None
