"""The one door from bytes to article, pure: spiders, import, rebuild and tests all come through here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.body_spans import body_spans
from archive.catalogue import catalogue
from archive.dates import parse_date
from archive.extract import extract
from archive.extract.rules import Rules
from archive.model import (
    NO_HOST_LINES,
    Article,
    Block,
    BodySpan,
    Capture,
    Cleaned,
    Extraction,
    FieldName,
    FieldOrigin,
    Fields,
    FileLink,
    HostLines,
    ReaderWarning,
    Truncation,
)
from archive.outline import sections_of
from archive.text import clean
from archive.text.frame import read_frame
from archive.text.merged_essays import EssayPart, essay_parts
from archive.text.occasion import read_occasion


def read(capture: Capture, rules: Rules = None) -> Extraction:
    """Return what `rules`, a CMS family or the general reader makes of one capture.

    Raises `InputError` for a document that is damaged or locked with a password.
    """
    return extract(capture.body, capture.url, capture.headers, rules=rules)


def compose(parts: Sequence[Extraction], host_lines: HostLines = NO_HOST_LINES) -> Article:
    """Return the article whose pages `parts` are, in reading order; at least one.

    A page that shows again what an earlier one did adds nothing: some servers forget which one was asked for.
    `host_lines` are those that the host of its first page is known to repeat.
    """
    whole = _whole(parts, host_lines)
    essays = tuple(map(_catalogued, _essays(whole)))
    flags = {*whole.flags, "essay_mill"} if essays else whole.flags
    return _catalogued(replace(whole, parts=essays, flags=tuple(sorted(flags))))


def at_address(made: Article, url: str) -> Article:
    """Return the article, and its essays, as those of the text that is known at `url`."""
    if made.url == url:
        return made
    essays = tuple(replace(one, url=f"{url}{one.url.removeprefix(made.url)}") for one in made.parts)
    return replace(made, url=url, parts=essays)


def _whole(parts: Sequence[Extraction], host_lines: HostLines) -> Article:
    """All pages as one text, before it is divided and catalogued."""
    asked, parts = parts, _without_repeats(parts)
    first = parts[0]
    blocks = [block for part in parts for block in part.blocks]
    head = _head(first)
    cleaned = clean(
        head + "\n".join(block.text for block in blocks),
        title=first.title,
        byline=first.byline if first.is_byline_apart else None,
        host_lines=host_lines,
        seams=list(_seams(parts, len(head))),
    )
    of_frame = read_frame(first.frame)
    spans = tuple(body_spans(cleaned, blocks, len(head)))
    fields = {**_stated(cleaned, {**of_frame, **first.fields}), **_captions(cleaned.body, spans)}
    return Article(
        url=first.url,
        cleaned=cleaned,
        blocks=spans,
        fields=fields,
        confidence="low" if any(part.confidence == "low" for part in parts) else "high",
        flags=tuple(sorted({*cleaned.flags, *_warnings(asked, parts)})),
        files=_files(parts),
        embedded=tuple({each.url: each for part in parts for each in part.embedded}.values()),
        origins={name: _origin(name, fields, first, of_frame) for name in fields},
    )


def _without_repeats(parts: Sequence[Extraction]) -> Sequence[Extraction]:
    """The pages that show what no page before them does, in words or in pictures."""
    shown: dict[object, Extraction] = {}
    for part in parts:
        shown.setdefault((part.blocks, part.embedded) if part.blocks else part.url, part)
    return list(shown.values())


def _warnings(asked: Sequence[Extraction], parts: Sequence[Extraction]) -> Iterator[ReaderWarning]:
    """Yield what the reader warned of, and whether a further page is not there, or another one again."""
    for part in parts:
        yield from part.warnings
    awaited = asked[-1].next_part
    if len(parts) < len(asked) or (awaited and awaited not in {part.url for part in asked}):
        yield "further_page_missing"


def _seams(parts: Sequence[Extraction], start: int) -> Iterator[int]:
    """Where the second page begins in the text of all, and each one behind it."""
    for part in parts[:-1]:
        start += sum(len(block.text) + 1 for block in part.blocks)
        yield start


def _catalogued(made: Article) -> Article:
    cleaned = made.cleaned
    return replace(
        made,
        sections=sections_of(cleaned.body, made.blocks),
        catalogued=catalogue(cleaned.title, cleaned.body, made.fields, made.url),
    )


_OF_THE_PAGE: tuple[FieldName, ...] = (
    "published_at",
    "published_precision",
    "source",
    "section",
    "site_name",
    "claimed_url",
    "icp",
    "vendor",
)
"""What a merged text's page says of all its essays."""

_FLAGS_OF_THE_PAGE = frozenset({"essay_mill", "hijacked", "members_only", "mirror"})
"""What is true of all the essays that a page merges, wherever it was seen."""


def _essays(whole: Article) -> Iterator[Article]:
    """The essays of a merged text; the whole stays an article too."""
    body = whole.cleaned.body
    for number, part in enumerate(essay_parts(body), start=1):
        text = body[part.start : part.end]
        cleaned = _with_gaps(clean(text, title=part.title), whole.cleaned, part)
        of_page = {name: whole.fields[name] for name in _OF_THE_PAGE if name in whole.fields}
        blocks = [Block(kind="paragraph", text=line) for line in text.split("\n")]
        spans = tuple(body_spans(cleaned, blocks, 0))
        fields = {**_stated(cleaned, of_page), **_captions(cleaned.body, spans)}
        yield Article(
            url=f"{whole.url}#{number}",
            cleaned=cleaned,
            blocks=spans,
            fields=fields,
            confidence=whole.confidence,
            flags=tuple(sorted({*cleaned.flags, *(_FLAGS_OF_THE_PAGE & {*whole.flags, "essay_mill"})})),
            origins={name: _of_whole(name, fields, whole) for name in fields},
        )


def _of_whole(name: FieldName, fields: Fields, whole: Article) -> FieldOrigin:
    return whole.origins[name] if whole.fields.get(name) == fields[name] else "text"


def _with_gaps(cleaned: Cleaned, whole: Cleaned, part: EssayPart) -> Cleaned:
    """Give an essay those gaps of the whole that lie in it, and an end that the whole's notice tells of."""
    shift = part.end - len(cleaned.body)
    inside = [gap for gap in whole.gaps if shift <= gap.position <= part.end]
    if not inside:
        return cleaned
    omitted = sum(gap.omitted_chars or 0 for gap in inside) or None
    is_told = "cut_end" not in whole.flags and any(gap.kind == "tail" for gap in inside)
    return replace(
        cleaned,
        gaps=tuple(replace(gap, position=gap.position - shift) for gap in inside),
        truncation=Truncation(completeness="truncated", omitted_chars=omitted),
        flags=tuple(flag for flag in cleaned.flags if not (is_told and flag == "cut_end")),
    )


def _head(page: Extraction) -> str:
    """Title and byline as printed, above the text, so that what is taken from them is logged as edits."""
    lines = [line for line in (page.title, page.byline) if line]
    return "\n".join([*lines, "", ""]) if lines else ""


def _stated(cleaned: Cleaned, of_page: Fields) -> Fields:
    """What text and page state together; 1月28日 in the text takes its year from whichever is dated."""
    fields = _dated(_merge(cleaned.fields, of_page))
    return {**fields, **read_occasion(fields, cleaned.body)}


def _dated(fields: Fields) -> Fields:
    """A page that prints no other date was published when its text first was (此稿发表时间)."""
    first = fields.get("first_printed_at")
    if first is None or "published_at" in fields:
        return fields
    dated = parse_date(str(first))
    return {**fields, "published_at": first, "published_precision": dated.precision} if dated else fields


def _merge(of_text: Fields, of_page: Fields) -> Fields:
    """The text's fields win, since they are repaired; a date and its precision stay together."""
    merged = {**of_page, **of_text}
    dated = of_text if "published_at" in of_text else of_page
    if "published_precision" in dated:
        merged["published_precision"] = dated["published_precision"]
    return merged


def _captions(body: str, spans: Sequence[BodySpan]) -> Fields:
    found = [body[span.start : span.end].strip() for span in spans if span.kind == "caption"]
    return {"captions": "\n".join(found)} if found else {}


def _origin(name: FieldName, fields: Fields, page: Extraction, of_frame: Fields) -> FieldOrigin:
    """Where the value that stands in `fields` was read; one that the text's repair changed is the text's."""
    if name in page.origins and page.fields.get(name) == fields[name]:
        return page.origins[name]
    return "frame" if name in of_frame and of_frame[name] == fields[name] else "text"


def _files(parts: Sequence[Extraction]) -> tuple[FileLink, ...]:
    return tuple({file.url: file for part in parts for file in part.files}.values())
