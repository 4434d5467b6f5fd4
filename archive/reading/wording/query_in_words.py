"""How a query was read, in words: `「安全生产」 且 不含 「化工」；年份：2010–2014`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from archive.fold import fold
from archive.reading.wording.language import Language
from archive.search.index.tokens import is_han
from archive.search.query.dates import DateFilter
from archive.search.query.expression import AllOf, AnyOf, Expression, Near, Operand, Pattern, Term, Without
from archive.search.query.filters import FIELDS, UNDATED, YearRange
from archive.search.query.parsed_query import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_DISTANCE,
    MAX_TERMS,
    MAX_WILDCARDS,
    Note,
    Query,
)

_LIMITS: Final[Mapping[Note, int]] = {
    "characters_cut": MAX_CHARACTERS,
    "terms_cut": MAX_TERMS,
    "brackets_dropped": MAX_DEPTH,
    "distance_cut": MAX_DISTANCE,
    "wildcards_cut": MAX_WILDCARDS,
}


def in_words(query: Query, language: Language) -> str:
    """Return how `query` was read, with what of it could not be used at the end."""
    sentences = [*_sentences(query, language)]
    if not sentences and "no_words" not in query.notes:
        sentences = [language.say("query.everything")]
    notes = (_noted(note, query, language) for note in query.notes)
    return language.say("sign.semicolon").join([*sentences, *notes])


def _noted(note: Note, query: Query, language: Language) -> str:
    unused = query.unused.get(note, ())
    typed, usable = language.say("sign.listed").join(unused), _usable(unused, language)
    return language.say(f"query.{note}", limit=_LIMITS.get(note), typed=typed, usable=usable)


def _usable(unused: Iterable[str], language: Language) -> str:
    """What may stand behind the names of these fields; nothing of a field that takes whatever is typed."""
    fields = dict.fromkeys(FIELDS[fold(typed.partition(":")[0])] for typed in unused)
    keys = [key for field in fields if (key := f"query.usable.{field}") in language.strings]
    listed = language.say("sign.listed").join(map(language.say, keys))
    return language.say("query.usable", what=listed) if listed else ""


def _sentences(query: Query, language: Language) -> Iterator[str]:
    if query.expression:
        yield _described(query.expression, language)
    for facet, values in query.filters.items():
        yield _filtered(facet, (language.name(facet, value) for value in values), language)
    for kind, parts in query.named.items():
        yield _filtered(kind, parts, language)
    if query.years:
        yield _filtered("year", (_range(each, language) for each in query.years), language)
    if query.dates:
        yield _filtered("date", (_range(each, language) for each in query.dates), language)


def _filtered(facet: str, values: Iterable[str], language: Language) -> str:
    listed = language.say("sign.listed").join(values)
    return f"{language.say(f'facet.{facet}')}{language.say('sign.colon')}{listed}"


def _described(expression: Expression, language: Language) -> str:
    match expression:
        case Term() | Pattern():
            return _in_scope(_word(expression, language), expression, language)
        case Near(left, right, distance):
            words = {"left": _word(left, language), "right": _word(right, language)}
            return _in_scope(language.say("query.near", **words, distance=distance), left, language)
        case Without(part):
            return language.say("query.without", part=_inner(part, language))
        case AllOf(parts):
            return language.say("query.and").join(_inner(part, language) for part in parts)
        case AnyOf(parts):
            return language.say("query.or").join(_inner(part, language) for part in parts)


def _inner(part: Expression, language: Language) -> str:
    described = _described(part, language)
    return language.say("query.group", part=described) if isinstance(part, AllOf | AnyOf) else described


def _word(operand: Operand, language: Language) -> str:
    if isinstance(operand, Pattern):
        return language.say("query.pattern", word=operand.text)
    is_beginning = operand.phrase.is_prefix and not is_han(operand.phrase.tokens[-1])
    return language.say("query.beginning" if is_beginning else "query.word", word=operand.text)


def _in_scope(described: str, operand: Operand, language: Language) -> str:
    return language.say("query.in_title", words=described) if operand.scope == "title" else described


def _range(wanted: YearRange | DateFilter, language: Language) -> str:
    if wanted == UNDATED:
        return language.name("year", UNDATED)
    first, last = wanted
    if first == last:
        return str(first)
    return f"{'' if first is None else first}–{'' if last is None else last}"
