"""Scripts that try what no page should: each ends with a reason, within limits, and the crawl goes on."""

from __future__ import annotations

import contextlib
import http.server
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serving import serving

DRAW = """
function draw() {
  const line = n => `<p>石岭煤矿第${n}区队召开安全生产月动员会，逐条落实矿上的要求。</p>`
  const lines = [1, 2, 3, 4, 5, 6, 7, 8].map(line).join("")
  document.querySelector("#app").innerHTML = `<h1>安全生产月简报</h1><div>${lines}</div>`
}
"""
# These draw their article, and that is all.
FILLED = {
    "timers": "draw(); setInterval(() => { document.title += '.' }, 5)",
    "dialogs": "alert(1); confirm(2); prompt(3); print(); draw(); onbeforeunload = () => 'stay'",
    "windows": "for (let n = 0; n < 50; n++) open('/window' + n); draw()",
    "downloads": "const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x']));"
    "a.download = 'x.exe'; document.body.append(a); a.click(); a.remove(); draw()",
    "storage": "document.cookie = 'seen=1'; localStorage.seen = 1; draw()",
    "workers": "try { new Worker('/worker.js') } catch { draw() }",
    "frames": "document.body.innerHTML += '<iframe src=/frame.htm></iframe>'; draw()",
}
# What a script does, and part of the reason that is kept.
REFUSED = {
    "a private address": ("fetch('http://127.0.0.1:{inside}/').catch(draw)", "private network"),
    "the local host": ("fetch('http://localhost:{inside}/').catch(draw)", "leads to this machine"),
    "a private picture": ("new Image().src = 'http://127.0.0.1:{inside}/x.png'; draw()", "a picture"),
    "a socket": ("new WebSocket('ws://127.0.0.1:{inside}/').onclose = draw", "a socket"),
    "a file": ("fetch('file:///etc/passwd').catch(draw)", "file: is no"),
    "a form": ("draw(); fetch('/thing', {{method: 'DELETE'}})", "DELETE"),
    "forbidden": ("fetch('/secret/list.json').catch(draw)", "robots.txt"),
    "elsewhere": (
        "draw(); setInterval(() => {{ location = '/a/1.htm?' + Math.random() }}, 20)",
        "of its own",
    ),
    "elsewhere at once": ("draw(); location.href = '/a/2.htm'", "of its own"),
    "the same again": ("draw(); location.reload()", "of its own"),
    "a form that leads away": (
        "draw(); const f = document.createElement('form'); f.method = 'post'; f.action = '/sent';"
        "document.body.append(f); f.submit()",
        "of its own",
    ),
    "a circle": ("fetch('/circle').catch(draw)", "circle"),
    "many": (
        "for (let n = 0; n < 70; n++) fetch('/many/' + n).catch(() => 0); setTimeout(draw, 200)",
        "may ask",
    ),
}
ENDLESS = (
    "while (true) {}",
    "const again = () => fetch('/slow').finally(again); again()",
)
LARGE = (
    "document.querySelector('#app').textContent = '矿'.repeat(2e7)",
    "const app = document.querySelector('#app'); for (let n = 0; n < 100; n++) "
    "app.append(Object.assign(document.createElement('p'), {textContent: 'x'.repeat(1e6)}))",
)


@pytest.fixture
def inside() -> Iterator[Any]:
    """A server of the inner network, which nobody may ask."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: Any) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked = asked  # type: ignore[attr-defined]
    with serving(server):
        yield server


def declare(web: Any, add_shell: Any, scripts: list[str]) -> None:
    web.add_list("/list.htm", range(1, len(scripts) + 1))
    for number, script in enumerate(scripts, 1):
        add_shell(f"/a/{number}.htm", DRAW + script)


def articles(site: Any) -> int:
    return int(site.rows("SELECT count(*) FROM articles")[0][0])


def test_what_is_no_harm_leaves_the_article(web: Any, add_shell: Any, scripted: Any) -> None:
    declare(web, add_shell, [*FILLED.values(), "if (document.cookie || localStorage.seen) throw 1; draw()"])
    site = scripted("/list.htm")
    site.run()
    assert articles(site) == len(FILLED) + 1
    assert not any(path.startswith(("/window", "/worker", "/frame")) for _, path in web.asked)


def test_what_is_asked_for_past_the_rules_is_refused(
    web: Any, add_shell: Any, scripted: Any, inside: Any
) -> None:
    port = inside.server_address[1]
    declare(web, add_shell, [script.format(inside=port) for script, _ in REFUSED.values()])
    web.add("/robots.txt", "User-agent: *\nDisallow: /secret/")
    web.add("/circle", "", status=302)
    web.pages["/circle"].headers["Location"] = "/circle"
    site = scripted("/list.htm")
    site.run()
    assert articles(site) == len(REFUSED)
    assert inside.asked == []
    assert web.times("/secret/list.json") == 0
    assert sum(path.startswith("/many/") for _, path in web.asked) == 60
    reasons = [row[2] or "" for row in site.frontier().values() if row[1] == "skipped"]
    assert web.times("/sent") == 0
    for _, reason in REFUSED.values():
        assert any(reason in told for told in reasons), reason


def test_what_has_no_end_is_ended(web: Any, add_shell: Any, scripted: Any) -> None:
    declare(web, add_shell, [*ENDLESS])
    web.add("/slow", "{}")
    web.add_article(3)
    web.add_list("/list.htm", range(1, 4))
    site = scripted("/list.htm")
    site.settings = {"BROWSER_TIMEOUT": 6}
    report = site.run(exit_code=1)
    assert (report["outcome"], articles(site)) == ("finished", 1)
    assert web.times("/slow") > 2
    for number in (1, 2):
        assert "no end" in site.frontier()[f"/a/{number}.htm"][2]


def test_what_grows_too_large_is_not_taken_over(web: Any, add_shell: Any, scripted: Any) -> None:
    declare(web, add_shell, [*LARGE, "draw()"])
    site = scripted("/list.htm")
    report = site.run(exit_code=1)
    assert (report["failed"], articles(site)) == (len(LARGE), 1)
    assert report["peak_megabytes"] < 300
    for number in (1, 2):
        assert "more than" in site.frontier()[f"/a/{number}.htm"][2]


def remnants(mark: str) -> list[str]:
    """Processes with this mark in their environment, which they have from the crawl that started them."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark.encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_bytes().decode(errors="replace"))
    return found


@pytest.fixture
def lingering(web: Any, add_shell: Any, scripted: Any, monkeypatch: Any, tmp_path: Path) -> tuple[Any, str]:
    """A crawl whose only page takes a while, and the mark of its processes."""
    mark = f"CRAWL_OF={tmp_path}"
    monkeypatch.setenv(*mark.split("="))
    declare(web, add_shell, ["fetch('/last').then(draw)"])
    web.add("/last", "{}")
    web.seconds = 0.2
    return scripted("/list.htm"), mark


@pytest.mark.parametrize("way", ["communicate", "terminate", "kill"])
def test_no_browser_outlives_its_crawl(web: Any, lingering: tuple[Any, str], way: str) -> None:
    site, mark = lingering
    process = site.start_until("/last")
    assert any("chrom" in command for command in remnants(mark))
    getattr(process, way)()
    process.communicate(timeout=240)
    limit = time.monotonic() + 120
    while remnants(mark):
        assert time.monotonic() < limit, remnants(mark)
        time.sleep(0.1)
