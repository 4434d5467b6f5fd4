"""The table of the quantities and targets that texts state."""

from __future__ import annotations

from archive.store.tables.columns import ARTICLE_ID, Column, Table, all_required, number, required, text

ARTICLE_QUANTITIES = Table(
    "article_quantities",
    "One row per number of persons, things, money … that a text states, where it is sure what it is of.",
    (
        ARTICLE_ID,
        text("subject", "What it is of, in Simplified characters: 青年骨干, 煤炭产量; NULL of 五个100%"),
        text("action", "The verb before it, in Simplified characters: 培育, 降低; NULL where there is none"),
        required(
            text(
                "measure",
                "level: how much there is; increase or decrease: by how much it became more or less",
            )
        ),
        required(Column("value", "REAL", "The number, 万 and 亿 multiplied; the lower end of a range")),
        Column("value_to", "REAL", "The upper end of a range; NULL of a single number"),
        text("unit", "人 (名, 位 too), 个, 吨, 元, %, 百分点 …: see measuring_units.tsv; NULL of 零死亡"),
        *all_required(
            (
                text("printed", "Number and unit as printed"),
                text("bound", "exact, at_least, at_most, over (50多名, 突破), under or about"),
                number("measures", "How many measures have this value: 5 of 五个100%, else 1"),
                text("kind", "target: it is to be; reported: it has been; unknown: the words do not tell"),
            )
        ),
        number("year", "The one year that its sentence names; NULL where it names none, or several"),
        *all_required(
            (
                text("field", "Where it stands: title or body"),
                number("start", "First code point of number, subject and verb together in that field"),
                number("end", "Code point after the last"),
                text("words", "These words as printed"),
                Column("confidence", "REAL", "0.5 to 1: how sure the rule is"),
            )
        ),
    ),
    indexed=(("article_id",), ("subject", "unit"), ("kind",)),
)
