"""The tables of what the catalogue states: each kind of statement has one of names, and one of places."""

from __future__ import annotations

from archive.store.tables.columns import (
    ARTICLE_ID,
    Column,
    Table,
    all_required,
    number,
    reference,
    required,
    text,
)

_EVIDENCE = (
    *all_required(
        (
            number("mentions", "How often title and body name it"),
            text("field", "Where the evidence stands: title, body, source, site_name, url or correction"),
            number("start", "First code point of the evidence in that field"),
            number("end", "Code point after the last"),
            text("words", "The evidence as printed"),
            Column("confidence", "REAL", "0.5 to 1: how sure the rule is; 1.0 for a correction"),
        )
    ),
    text("correction", "Why a person set it, from corrections.csv; NULL where the rules did"),
)

CAMPAIGNS = Table(
    "campaigns",
    "One row per campaign (活动) that some article names; firms' own as written, without dates.",
    (
        required(text("name", "Canonical Simplified name")),
        text("full_name", "Official name"),
        text("aliases", "Other names that are recognised, joined by |"),
        required(text("kind", "party, safety, union, industry, or own: a firm's")),
        text("initiator", "Who began it; several joined by one blank"),
        text("start", "Year, month or day"),
        text("end", "NULL while it goes on, or where not known"),
        text("source", "Where these facts are from"),
    ),
    unique=(("name",),),
)

ARTICLE_CAMPAIGNS = Table(
    "article_campaigns",
    "One row per article and campaign that it names, with the words that say so.",
    (
        ARTICLE_ID,
        reference("campaign_id", "campaigns", "The campaign"),
        required(text("role", "subject: the text is about it; else mentioned")),
        number("year", "Which year's, of a yearly campaign"),
        *_EVIDENCE,
    ),
    unique=(("article_id", "campaign_id"),),
    indexed=(("campaign_id", "article_id"),),
)

ORGANISATIONS = Table(
    "organisations",
    "One row per organisation (单位) that some article names.",
    (
        required(text("name", "Canonical Simplified name")),
        text("full_name", "Official name; NULL where only texts name it"),
        text("aliases", "Other names that are recognised, joined by |"),
        text(
            "kind",
            "central_soe, provincial_soe, company, mine, government, union, press, vendor or group; "
            "NULL where not known",
        ),
        text("parent", "What it belongs to today; at the time of a text, see article_organisations"),
        text("province", "省"),
        text("domain", "Its web address"),
        text("source", "Where these facts are from"),
    ),
    unique=(("name",),),
)

ARTICLE_ORGANISATIONS = Table(
    "article_organisations",
    "One row per article and organisation that it names, or that issued it, with the words that say so.",
    (
        ARTICLE_ID,
        reference("organisation_id", "organisations", "The organisation"),
        required(text("role", "issuer: it issued the text; else mentioned")),
        text("part", "Of an issuer, the committee, office or team that speaks: 党委, 宣传部, 综采一队"),
        text("parent", "What it belonged to at the time of the text"),
        text("group_name", "The uppermost firm above it at that time, itself where there is none"),
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
        required(text("name", "As written, in Simplified characters, without blanks and quotes")),
        required(text("kind", "numbered: 四个意识; or slogan: 安全第一、预防为主")),
    ),
    unique=(("name",),),
)

ARTICLE_FORMULAS = Table(
    "article_formulas",
    "One row per article and formula that it uses, with the words that it stands for where they are given.",
    (
        ARTICLE_ID,
        reference("formula_id", "formulas", "The formula"),
        required(text("role", "subject: it stands in the title; else mentioned")),
        text("expansion", "What it stands for, as the body prints it"),
        number("expansion_start", "First code point of the expansion in the body"),
        number("expansion_end", "Code point after the last"),
        *_EVIDENCE,
    ),
    unique=(("article_id", "formula_id"),),
    indexed=(("formula_id", "article_id"),),
)

CORRECTIONS = Table(
    "corrections",
    "One row per line of corrections.csv, as it was last taken over.",
    (
        *all_required(
            (
                number("line", "Its line in the file"),
                text("key", "Permalink of the article"),
                text(
                    "what",
                    "campaign, issuer, organisation, formula, each also with no, or genre",
                ),
                text("value", "What is right, or is not, by its name"),
                text("reason", "Why"),
            )
        ),
        text("was", "Of a genre, what the rules said; NULL where they said nothing"),
    ),
    indexed=(("key",),),
)

CATALOGUE: tuple[Table, ...] = (
    CAMPAIGNS,
    ARTICLE_CAMPAIGNS,
    ORGANISATIONS,
    ARTICLE_ORGANISATIONS,
    FORMULAS,
    ARTICLE_FORMULAS,
    CORRECTIONS,
)
"""In an order in which each table stands behind those that it refers to."""
