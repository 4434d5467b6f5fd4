"""The mirror must carry the three kinds of glued pinyin that can be undone exactly."""

from __future__ import annotations

import re

from crawler.samples.conversion import PINYIN, articles_of
from crawler.samples.pages import pages_of
from crawler.samples.sites import ANQUANWANG, QINGSHAN, WENMIKU
from tests.sample_manifest import archived

PLAIN = re.compile(r"[一-鿿]\([a-zà-ǜ]+\)")
TRAIL_LETTER = re.compile(r"(?<![A-Za-z])[A-Za-z]\([a-zà-ǜ]+\)")
REALIGNED = re.compile(r"\?[a-zà-ǜ]+\)")


def _mirror_pages() -> dict[str, str]:
    pages = pages_of(ANQUANWANG)
    return {text.path: pages[text.path].body.decode() for text in articles_of(ANQUANWANG)}


def test_every_mirrored_page_carries_plain_pinyin() -> None:
    assert min(len(PLAIN.findall(html)) for html in _mirror_pages().values()) >= 20


def test_several_mirrored_pages_carry_trail_letters_and_realigned_characters() -> None:
    pages = _mirror_pages().values()
    assert sum(bool(TRAIL_LETTER.search(html)) for html in pages) >= 2
    assert sum(bool(REALIGNED.search(html)) for html in pages) >= 4


def test_the_classic_loss_of_a_full_stop_is_among_them() -> None:
    assert any("”,F(xiàn)提出" in html for html in _mirror_pages().values())


def test_the_mirror_keeps_the_paths_of_the_mine() -> None:
    assert _mirror_pages().keys() < pages_of(QINGSHAN).keys()


def test_the_mirror_prints_a_false_domain_and_its_greeting_with_pinyin() -> None:
    for html in _mirror_pages().values():
        assert "(http://kszxw.example)" in html
        assert "網(wǎng)!</div>" in html


def test_expected_texts_of_the_mirror_hold_no_pinyin() -> None:
    for text in (archived(ANQUANWANG, text) for text in articles_of(ANQUANWANG)):
        assert not any(f"({reading})" in text.title + text.body for reading in PINYIN.values())
        assert "的" in text.body
        assert "们" not in text.body


def test_the_mill_has_pages_of_both_scripts() -> None:
    scripts = {archived(WENMIKU, text) == text for text in articles_of(WENMIKU)}
    assert scripts == {True, False}
