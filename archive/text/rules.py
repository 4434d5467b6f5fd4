"""The rules in their order: normalise, repair, strip, reflow; then measures of the result.

Repair stands before strip: glued pinyin splits the very words by which furniture is known. One more kind of
damage is one module and one line here.
"""

from __future__ import annotations

from archive.text import (
    breadcrumb,
    byline,
    copy_guard,
    cut_end,
    dateline,
    document_number,
    document_sharing,
    doubled_body,
    end_notice,
    footer,
    glued_dates,
    glued_pinyin,
    hijacked,
    image_names,
    keywords,
    leaked_code,
    literal_codes,
    machine_english,
    masking,
    omission_notice,
    page_numbers,
    print_widgets,
    reflow,
    related_links,
    repeated_title,
    residual,
    reversed_quotes,
    script,
    signature,
    site_bar,
    split_punctuation,
    split_words,
    spun,
    table_pipes,
    teaser,
    title,
    uniform_wraps,
    vendor_ads,
    view_counter,
    whitespace,
)
from archive.text.rule import Rule

RULES: tuple[Rule, ...] = (
    whitespace.RULE,
    split_punctuation.RULE,
    glued_pinyin.RULE,
    literal_codes.RULE,
    leaked_code.RULE,
    copy_guard.RULE,
    reversed_quotes.RULE,
    omission_notice.RULE,
    end_notice.RULE,
    document_sharing.RULE,
    machine_english.RULE,
    vendor_ads.RULE,
    hijacked.RULE,
    table_pipes.RULE,
    image_names.RULE,
    site_bar.RULE,
    breadcrumb.RULE,
    print_widgets.RULE,
    view_counter.RULE,
    byline.RULE,
    keywords.RULE,
    title.RULE,
    repeated_title.RULE,
    teaser.RULE,
    related_links.RULE,
    footer.RULE,
    doubled_body.RULE,
    page_numbers.RULE,
    split_words.RULE,
    uniform_wraps.RULE,
    reflow.RULE,
)
"""What changes the text, made over and over until nothing changes."""

MEASURES: tuple[Rule, ...] = (
    document_number.RULE,
    dateline.RULE,
    signature.RULE,
    glued_dates.RULE,
    spun.RULE,
    masking.RULE,
    cut_end.RULE,
    script.RULE,
    residual.RULE,
)
"""What only looks at the clean text; they propose no change."""
