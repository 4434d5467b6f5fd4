"""The tables of what the catalogue states.

Campaigns, organisations and formulas have a table of names and one of places each, quantities the one.
"""

from __future__ import annotations

from archive.store.tables.columns import ARTICLE_ID, Table, number, optional, real, reference, text

_EVIDENCE = (
    number("mentions", "How often title and body name it"),
    text("field", "Where the evidence stands: title, body, source, site_name, url or correction"),
    number("start", "First code point of the evidence in that field"),
    number("end", "Code point after the last"),
    text("words", "The evidence as printed"),
    real("confidence", "0.5 to 1: how sure the rule is; 1.0 for a correction"),
    optional(text("correction", "Why a person set it, from corrections.csv; NULL where the rules did")),
)

CAMPAIGNS = Table(
    "campaigns",
    "One row per campaign (活动) that some article names; firms' own as written, without dates.",
    (
        text("name", "Canonical Simplified name"),
        optional(text("full_name", "Official name")),
        optional(text("aliases", "Other names that are recognised, joined by |")),
        text("kind", "party, safety, union, industry, or own: a firm's"),
        optional(text("initiator", "Who began it; several joined by one blank")),
        optional(text("start", "Year, month or day")),
        optional(text("end", "NULL while it goes on, or where not known")),
        optional(text("source", "Where these facts are from")),
    ),
    unique=(("name",),),
)

ARTICLE_CAMPAIGNS = Table(
    "article_campaigns",
    "One row per article and campaign that it names, with the words that say so.",
    (
        ARTICLE_ID,
        reference("campaign_id", "campaigns", "The campaign"),
        text("role", "subject: the text is about it; else mentioned"),
        optional(number("year", "Which year's, of a yearly campaign")),
        *_EVIDENCE,
    ),
    unique=(("article_id", "campaign_id"),),
    indexed=(("campaign_id", "article_id"),),
)

ORGANISATIONS = Table(
    "organisations",
    "One row per organisation (单位) that some article names.",
    (
        text("name", "Canonical Simplified name"),
        optional(text("full_name", "Official name; NULL where only texts name it")),
        optional(text("aliases", "Other names that are recognised, joined by |")),
        optional(
            text(
                "kind",
                "central_soe, provincial_soe, company, mine, government, union, press, vendor or group; "
                "NULL where not known",
            )
        ),
        optional(
            text("parent", "What it belongs to today; at the time of a text, see article_organisations")
        ),
        optional(text("province", "省")),
        optional(text("domain", "Its web address")),
        optional(text("source", "Where these facts are from")),
    ),
    unique=(("name",),),
)

ARTICLE_ORGANISATIONS = Table(
    "article_organisations",
    "One row per article and organisation that it names, or that issued it, with the words that say so.",
    (
        ARTICLE_ID,
        reference("organisation_id", "organisations", "The organisation"),
        text("role", "issuer: it issued the text; else mentioned"),
        optional(
            text("part", "Of an issuer, the committee, office or team that speaks: 党委, 宣传部, 综采一队")
        ),
        optional(text("parent", "What it belonged to at the time of the text")),
        optional(text("group_name", "The uppermost firm above it at that time, itself where there is none")),
        *_EVIDENCE,
    ),
    unique=(("article_id", "organisation_id"),),
    indexed=(
        ("organisation_id", "role", "article_id"),
        ("group_name", "article_id"),
        ("article_id", "role", "organisation_id"),
    ),
)

FORMULAS = Table(
    "formulas",
    "One row per formula (提法) that some article uses: numbered abbreviations and quoted slogans.",
    (
        text("name", "As written, in Simplified characters, without blanks and quotes"),
        text("kind", "numbered: 四个意识; or slogan: 安全第一、预防为主"),
    ),
    unique=(("name",),),
)

ARTICLE_FORMULAS = Table(
    "article_formulas",
    "One row per article and formula that it uses, with the words that it stands for where they are given.",
    (
        ARTICLE_ID,
        reference("formula_id", "formulas", "The formula"),
        text("role", "subject: it stands in the title; else mentioned"),
        optional(text("expansion", "What it stands for, as the body prints it")),
        optional(number("expansion_start", "First code point of the expansion in the body")),
        optional(number("expansion_end", "Code point after the last")),
        *_EVIDENCE,
    ),
    unique=(("article_id", "formula_id"),),
    indexed=(("formula_id", "article_id"),),
)

CORRECTIONS = Table(
    "corrections",
    "One row per line of corrections.csv, as it was last taken over.",
    (
        number("line", "Its line in the file"),
        text("key", "Permalink of the article"),
        text("what", "campaign, issuer, organisation, formula, each also with no, or genre"),
        text("value", "What is right, or is not, by its name"),
        text("reason", "Why"),
        optional(text("was", "Of a genre, what the rules said; NULL where they said nothing")),
    ),
    indexed=(("key",),),
)

ARTICLE_QUANTITIES = Table(
    "article_quantities",
    "One row per number of persons, things, money … that a text states, where it is sure what it is of.",
    (
        ARTICLE_ID,
        optional(
            text("subject", "What it is of, in Simplified characters: 青年骨干, 煤炭产量; NULL of 五个100%")
        ),
        optional(
            text(
                "action", "The verb before it, in Simplified characters: 培育, 降低; NULL where there is none"
            )
        ),
        text("measure", "level: how much there is; increase or decrease: by how much it became more or less"),
        real("value", "The number, 万 and 亿 multiplied; the lower end of a range"),
        optional(real("value_to", "The upper end of a range; NULL of a single number")),
        optional(
            text("unit", "人 (名, 位 too), 个, 吨, 元, %, 百分点 …: see measuring_units.tsv; NULL of 零死亡")
        ),
        text("printed", "Number and unit as printed"),
        text("bound", "exact, at_least, at_most, over (50多名, 突破), under or about"),
        number("measures", "How many measures have this value: 5 of 五个100%, else 1"),
        text("kind", "target: it is to be; reported: it has been; unknown: the words do not tell"),
        optional(
            number("year", "The one year that its sentence names; NULL where it names none, or several")
        ),
        text("field", "Where it stands: title or body"),
        number("start", "First code point of number, subject and verb together in that field"),
        number("end", "Code point after the last"),
        text("words", "These words as printed"),
        real("confidence", "0.5 to 1: how sure the rule is"),
    ),
    indexed=(("article_id",), ("subject", "unit"), ("kind",)),
)

CATALOGUE: tuple[Table, ...] = (
    CAMPAIGNS,
    ARTICLE_CAMPAIGNS,
    ORGANISATIONS,
    ARTICLE_ORGANISATIONS,
    FORMULAS,
    ARTICLE_FORMULAS,
    CORRECTIONS,
    ARTICLE_QUANTITIES,
)
"""In an order in which each table stands behind those that it refers to."""
