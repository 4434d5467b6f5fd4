"""How a query was read, in words: `「安全生产」 且 不含 「化工」；年份：2010–2014`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from archive.search.expression import AllOf, AnyOf, Expression, Near, Operand, Pattern, Term, Without
from archive.search.filters import Facet, Named
from archive.search.parsed_query import MAX_CHARACTERS, MAX_DEPTH, MAX_TERMS, MAX_WILDCARDS, Note, Query
from archive.search.tokens import is_han

Language: TypeAlias = Literal["zh", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    word: str
    beginning: str
    """Words that begin with something."""
    pattern: str
    near: str
    in_title: str
    without: str
    both: str
    either: str
    bracketed: str
    pair: str
    """Name and value of a facet."""
    value_joint: str
    sentence_joint: str
    everything: str
    named: Mapping[Named, str]
    facets: Mapping[Facet, str]
    date: str
    notes: Mapping[Note, str]


_ZH: Final = _Wording(
    word="「{}」",
    beginning="以「{}」开头的词",
    pattern="「{}」（? 为任意一字）",
    near="{left} 与 {right} 相距不超过 {distance} 字",
    in_title="标题含{}",
    without="不含{}",
    both=" 且 ",
    either=" 或 ",
    bracketed="（{}）",
    pair="{}：{}",
    value_joint="、",
    sentence_joint="；",
    everything="全部文章",
    named={"campaign": "活动", "organisation": "单位", "formula": "提法"},
    facets={"site": "网站", "year": "年份", "genre": "文种", "completeness": "完整程度", "script": "文字"},
    date="日期",
    notes={
        "characters_cut": f"检索式超过 {MAX_CHARACTERS} 字，其余未用",
        "terms_cut": f"检索词超过 {MAX_TERMS} 个，其余未用",
        "brackets_dropped": f"括号超过 {MAX_DEPTH} 层，更深的未用",
        "wildcards_cut": f"检索式中的 ? 超过 {MAX_WILDCARDS} 个，其余按标点处理",
        "unweighed": "? 可代的字太多，无法按相关度排列：先列标题相符的，再列其余的，都由新到旧",
        "filter_not_negated": "筛选条件不能用“非”，已略去",
        "filter_unknown": "有一个筛选条件的值不认识，已略去",
        "no_words": "没有可检索的字词，所以没有结果",
        "title_first": "结果很多：先列标题相符的，再列其余的，都由新到旧",
    },
)

_EN: Final = _Wording(
    word="“{}”",
    beginning="words beginning with “{}”",
    pattern="“{}” (? is any character)",
    near="{left} within {distance} characters of {right}",
    in_title="{} in the title",
    without="not {}",
    both=" and ",
    either=" or ",
    bracketed="({})",
    pair="{}: {}",
    value_joint=", ",
    sentence_joint="; ",
    everything="all articles",
    named={"campaign": "campaign", "organisation": "organisation", "formula": "formula"},
    facets={
        "site": "site",
        "year": "year",
        "genre": "genre",
        "completeness": "completeness",
        "script": "script",
    },
    date="date",
    notes={
        "characters_cut": f"only the first {MAX_CHARACTERS} characters of the query were used",
        "terms_cut": f"only the first {MAX_TERMS} terms were used",
        "brackets_dropped": f"brackets nested deeper than {MAX_DEPTH} were ignored",
        "wildcards_cut": f"only {MAX_WILDCARDS} wildcards can be used; the others were read as punctuation",
        "unweighed": "too many words fit the ? to rank by: matches in the title first, then by date",
        "filter_not_negated": "a filter can't be negated and was ignored",
        "filter_unknown": "a filter has a value that is not known and was ignored",
        "no_words": "there is no word to search for, so nothing is found",
        "title_first": "many results: those that match in the title first, then the others, newest first",
    },
)

_WORDINGS: Final[Mapping[Language, _Wording]] = {"zh": _ZH, "en": _EN}


def describe(query: Query, notes: Iterable[Note] = (), language: Language = "zh") -> str:
    """Return how `query` was read, with its own notes and `notes` at the end."""
    wording = _WORDINGS[language]
    sentences = [*_sentences(query, wording)]
    if not sentences and "no_words" not in query.notes:
        sentences = [wording.everything]
    return wording.sentence_joint.join(
        [*sentences, *(wording.notes[note] for note in (*query.notes, *notes))]
    )


def _sentences(query: Query, wording: _Wording) -> Iterator[str]:
    if query.expression:
        yield _describe(query.expression, wording)
    for facet, values in query.filters.items():
        yield wording.pair.format(wording.facets[facet], wording.value_joint.join(values))
    for kind, parts in query.named.items():
        yield wording.pair.format(wording.named[kind], wording.value_joint.join(parts))
    if query.years:
        ranges = wording.value_joint.join(_range(first, last) for first, last in query.years)
        yield wording.pair.format(wording.facets["year"], ranges)
    if query.dates:
        ranges = wording.value_joint.join(_range(first, last) for first, last in query.dates)
        yield wording.pair.format(wording.date, ranges)


def _describe(expression: Expression, wording: _Wording) -> str:
    match expression:
        case Term() | Pattern():
            return _in_scope(_describe_word(expression, wording), expression, wording)
        case Near(left, right, distance):
            words = {"left": _describe_word(left, wording), "right": _describe_word(right, wording)}
            return _in_scope(wording.near.format(**words, distance=distance), left, wording)
        case Without(part):
            return wording.without.format(_inner(part, wording))
        case AllOf(parts):
            return wording.both.join(_inner(part, wording) for part in parts)
        case AnyOf(parts):
            return wording.either.join(_inner(part, wording) for part in parts)


def _inner(part: Expression, wording: _Wording) -> str:
    described = _describe(part, wording)
    return wording.bracketed.format(described) if isinstance(part, AllOf | AnyOf) else described


def _describe_word(operand: Operand, wording: _Wording) -> str:
    if isinstance(operand, Pattern):
        return wording.pattern.format(operand.text)
    is_beginning = operand.phrase.is_prefix and not is_han(operand.phrase.tokens[-1])
    return (wording.beginning if is_beginning else wording.word).format(operand.text)


def _in_scope(described: str, operand: Operand, wording: _Wording) -> str:
    return wording.in_title.format(described) if operand.scope == "title" else described


def _range(first: object, last: object) -> str:
    if first == last:
        return str(first)
    return f"{'' if first is None else first}–{'' if last is None else last}"
