"""The rules in their order: normalise, repair, strip, reflow; then measures of the result.

Repair stands before strip: glued pinyin splits the very words by which furniture is known. One more kind of
damage is one module and one line here.
"""

from __future__ import annotations

from archive.text import (
    breadcrumb,
    byline,
    cut_end,
    end_notice,
    footer,
    glued_pinyin,
    keywords,
    masking,
    omission_notice,
    print_widgets,
    reflow,
    related_links,
    repeated_title,
    residual,
    script,
    site_bar,
    split_punctuation,
    teaser,
    title,
    vendor_ads,
    view_counter,
    whitespace,
)
from archive.text.rule import Rule

RULES: tuple[Rule, ...] = (
    whitespace.RULE,
    split_punctuation.RULE,
    glued_pinyin.RULE,
    omission_notice.RULE,
    end_notice.RULE,
    vendor_ads.RULE,
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
    reflow.RULE,
)
"""What changes the text, made over and over until nothing changes."""

MEASURES: tuple[Rule, ...] = (
    masking.RULE,
    cut_end.RULE,
    script.RULE,
    residual.RULE,
)
"""What only looks at the clean text; they propose no change."""
