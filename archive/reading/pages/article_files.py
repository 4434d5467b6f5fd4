"""One article for programs: as plain text, and as JSON with all its evidence."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from archive.model import Gap
from archive.reading.pages.article import ArticlePage

_HEAD = ("title", "url", "published_at", "source", "author", "site", "completeness")
_NOT_COLUMNS = ("id", "body", "raw_text", "site_title", "site_kind")


def as_text(page: ArticlePage) -> str:
    """Return the fields as `name: value` lines, an empty line, and the body; gaps stand in ⟦ ⟧."""
    lines = [f"{name}: {page.article[name]}" for name in _HEAD if page.article[name] is not None]
    return "\n".join([*lines, "", _with_gaps(page.article["body"], page.gaps), ""])


def _with_gaps(body: str, gaps: tuple[Gap, ...]) -> str:
    for gap in reversed(gaps):
        told = "字数不详" if gap.omitted_chars is None else f"{gap.omitted_chars} 字"
        body = f"{body[: gap.position]}⟦此处缺 {told}⟧{body[gap.position :]}"
    return body


def as_json(page: ArticlePage) -> dict[str, Any]:
    """Return the article's columns with their origins, body and raw text, gaps, edits, captures and versions.

    Positions are code points: of gaps in `body`, of edits in `raw_text`, of what the catalogue states in the
    field that it names.
    """
    article = {name: value for name, value in page.article.items() if name not in _NOT_COLUMNS}
    return {
        **article,
        "body": page.article["body"],
        "raw_text": page.article["raw_text"],
        "gaps": [asdict(gap) for gap in page.gaps],
        "edits": [asdict(edit) for edit in page.evidence.edits],
        "campaigns": [_stated(one.row) for one in page.statements["campaign"]],
        "organisations": [_stated(one.row) for one in page.statements["organisation"]],
        "origins": dict(page.evidence.origins),
        "embedded": [_public(row) for row in page.evidence.embedded],
        "formulas": [_stated(one.row) for one in page.statements["formula"]],
        "attachments": [_public(row) for row in page.evidence.attachments],
        "captures": [_public(row) for row in page.evidence.captures],
        "versions": [_public(version.row) for version in page.evidence.versions],
        "citation": page.citation,
        "part_of": page.whole["key"] if page.whole else None,
        "copies": [_public(row) for row in page.copies.members] if page.copies else [],
        "parts": [part["key"] for part in page.parts],
    }


def _stated(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "id" and not name.endswith("_id")}


def _public(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("article_id", "run_id", "position")}
