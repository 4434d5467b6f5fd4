"""Archives for the tests of pages, written by the recorder from `library.toml` and `hostile.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from archive.model import Block, BlockKind, Extraction, FieldName, FileLink
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow, Visit

HERE = Path(__file__).parent
MARKS: Mapping[str, BlockKind] = {"#": "heading", "-": "list_item", "|": "table_row"}
BRIEFS = 26


def write_library(directory: Path, name: str, more: Sequence[Mapping[str, Any]] = ()) -> Path:
    """Write the archive that the file `name` and `more` articles describe into `directory`, and return it."""
    described = tomllib.loads((HERE / name).read_text("utf-8"))
    articles = [*described["articles"], *more]
    with Archive.create(directory) as archive:
        for site_name, site in described["sites"].items():
            _crawl(
                archive,
                SiteRow(name=site_name, **site),
                [each for each in articles if each["site"] == site_name],
            )
    return directory


def briefs() -> Iterator[dict[str, Any]]:
    """Yield short articles beside the library's, so that a search has several pages."""
    for number in range(1, BRIEFS + 1):
        yield {
            "site": "shibanqiao",
            "path": f"jianbao/{number}.htm",
            "title": f"矿井调度简报第{number}期",
            "published_at": f"{2005 + number % 9}-03-{number:02}",
            "genre": "简报",
            "seen": ["2026-10-03T03:00:00Z"],
            "text": f"本周全矿生产原煤{number}万吨，井下各采区运转正常。\n调度室每日碰头，盯住运输和排水。",
        }


def _crawl(archive: Archive, site: SiteRow, articles: Sequence[Mapping[str, Any]]) -> None:
    recorder = Recorder.begin(archive, site, "crawl")
    for article in articles:
        url = urljoin(site.home or "", article["path"])
        first, *later = article["seen"]
        recorder.save(_visit(url, article, article["text"], first))
        changed = {**article, "title": article.get("later_title", article["title"])}
        for seen_at in later:
            text = article["text"].replace(*article.get("later", ("", "")))
            recorder.save(_visit(url, changed, text, seen_at))
        if "text" in article.get("attachment", ()):
            recorder.save(_file_visit(urljoin(url, "file.docx"), article["attachment"], first))
        if "gone" in article:
            answer = _exchange(url, b"", article["gone"], "text/html")
            recorder.save(Visit(url=url, kind="article", exchange=replace(answer, status=404)))
    recorder.warn("3 addresses are not linked any more: <em>columns/7.htm</em>, columns/8.htm, columns/9.htm")
    recorder.conclude(
        {},
        lambda _: [f"{site.home} links to no article; compare `article` and `items` with the page of today"],
    )
    recorder.finish("finished")


def _visit(url: str, article: Mapping[str, Any], text: str, seen_at: str) -> Visit:
    page = f"<html><script>window.attacked=1</script><title>{article['title']}</title><body>{text}"
    fields: dict[FieldName, str | int] = {
        "published_at": article["published_at"],
        "published_precision": article.get("precision", "day"),
    }
    names: tuple[FieldName, ...] = ("source", "author", "genre")
    fields |= {name: article[name] for name in names if name in article}
    file = article.get("attachment")
    return Visit(
        url=url,
        kind="article",
        exchange=_exchange(url, page.encode("gb18030"), seen_at, "text/html; charset=gb2312"),
        extraction=Extraction(
            url=url,
            kind="article",
            title=article["title"],
            blocks=tuple(map(_block, text.strip().splitlines())),
            fields=fields,
            charset="gb18030",
            files=(FileLink(url=urljoin(url, file.get("url", "file.docx")), name=file["name"]),)
            if file
            else (),
        ),
    )


def _file_visit(url: str, file: Mapping[str, str], seen_at: str) -> Visit:
    blocks = tuple(Block(kind="paragraph", text=line) for line in file["text"].splitlines())
    return Visit(
        url=url,
        kind="attachment",
        exchange=_exchange(url, b"PK\x03\x04\x00\x00", seen_at, "application/msword"),
        extraction=Extraction(url=url, kind="article", blocks=blocks),
    )


def _exchange(url: str, wire: bytes, seen_at: str, content_type: str) -> Exchange:
    return Exchange(
        url=url,
        captured_at=seen_at,
        status=200,
        status_line="200 OK",
        headers=(("Content-Type", content_type), ("Server", "Apache")),
        wire=wire,
        mime=content_type.partition(";")[0],
    )


def _block(line: str) -> Block:
    kind = MARKS.get(line[0])
    if kind is None:
        return Block(kind="paragraph", text=line)
    text = line[2:].replace(" | ", "\t") if kind == "table_row" else line[2:]
    return Block(kind=kind, level=1 if kind == "heading" else 0, text=text)
