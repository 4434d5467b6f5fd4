"""The tables of what stands in several articles: copies of whole texts, and single passages."""

from __future__ import annotations

from archive.store.tables.columns import ARTICLE_ID, Table, number, optional, real, reference, text

_COPIES = Table(
    "copies",
    "One row per article that has copies in the archive, whole or in part.",
    (
        ARTICLE_ID,
        text("cluster", "Name of the cluster: the least permalink of its articles"),
        text("role", "original, copy, mirror, fuller (longer than the original) or truncated"),
        optional(reference("original_id", "articles", "The original in this archive; NULL: itself")),
        optional(reference("fuller_id", "articles", "Where the rest of a text stands; NULL: nowhere")),
        real("contained", "Share of the text that stands in the original, in its order"),
        real("covers", "Share of the original that stands in the text"),
        text(
            "evidence",
            "What speaks for it: exact (the same after folding), path (the address differs in the host "
            "alone), title, script (the other one), masked (more than the original), through_another (a "
            "copy of a copy); joined by one blank",
        ),
        real("confidence", "Of a copy, the greater share; of an original, by the kind of its site"),
    ),
    unique=(("article_id",),),
    indexed=(("cluster",), ("original_id",), ("fuller_id",)),
)

_REUSED_PASSAGES = Table(
    "reused_passages",
    "One row per sentence that several texts have, the most used first; counted when a run ends. Copies of "
    "one text count once, formulas that more than one text in fifty has are left out.",
    (
        text("passage", "The sentence, as its earliest article has it"),
        number("texts", "Texts that have it and are no copies of each other"),
        number("articles", "Articles that have it, copies included"),
        reference(
            "first_article_id", "articles", "The earliest that has it; of those of one day the original"
        ),
        optional(text("first_published_at", "Date of that one")),
    ),
    indexed=(("first_article_id",),),
)

_COPY_KEYS = Table(
    "copy_keys",
    "An index: one row per key of an article. Articles that share several keys are compared as copies.",
    (
        number("key", "48 bits: of a band of MinHash values (whole text, head or tail), or of its address"),
        number("article_id", "The article"),
    ),
    key=("key", "article_id"),
)

_FINGERPRINTS = Table(
    "fingerprints",
    "An index: one row per winnowed run of 16 letters of a body. Texts with a passage in common share some.",
    (
        number("hash", "32 bits, signed: of the run's letters, folded, without punctuation and blanks"),
        number("article_id", "The article"),
        number("position", "Code point in body at which the run begins"),
    ),
    key=("hash", "article_id", "position"),
)

_UNCOMPARED = Table(
    "uncompared",
    "One row per article that the two indexes above do not hold yet: some dozens of texts are put in "
    "together, and the last when the run ends. Those that could not be compared stay here.",
    (
        number("article_id", "The article"),
        number("chars", "Code points of its body"),
        optional(text("reason", "What broke when it was compared with other texts; NULL: it waits for that")),
    ),
    key=("article_id",),
)

COPY_INDEX: tuple[Table, ...] = (_COPY_KEYS, _FINGERPRINTS, _UNCOMPARED)
"""Tables without a column `id`, two of them of millions of rows; `archive.store.copies` keeps them."""

COPIES: tuple[Table, ...] = (_COPIES, _REUSED_PASSAGES)
