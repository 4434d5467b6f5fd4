"""Which texts a site holds, and what it turns their characters into: Traditional, with or without pinyin."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from archive.text.mirror.damage import convert_with_pinyin, to_traditional
from crawler.samples.sites import ANQUANWANG, QINGSHAN, Site
from crawler.samples.texts import Text, texts_of

_READINGS = """
個gè 隊duì 開kāi 會huì 發fā 現xiàn 產chǎn 創chuàng 實shí 學xué 爭zhēng 優yōu 組zǔ 講jiǎng 機jī 場chǎng 設shè
議yì 過guò 領lǐng 綜zōng 檢jiǎn 經jīng 進jìn 團tuán 態tài 萬wàn 準zhǔn 導dǎo 關guān 網wǎng 務wù 級jí 報bào
項xiàng 驗yàn 質zhì 歲suì 錢qián 顧gù 響xiǎng 總zǒng 幫bāng 訂dìng 託tuō 贈zèng 攬lǎn 澤zé 陰yīn 闊kuò 趨qū
"""

PINYIN: Mapping[str, str] = MappingProxyType(
    {**{entry[0]: entry[1:] for entry in _READINGS.split()}, "，": ","}
)
"""The mirror's replacement table: Traditional character to its reading, and at last its narrow comma."""


def articles_of(site: Site) -> tuple[Text, ...]:
    """Return the texts of a site in Simplified, newest first; the mirror has those it copied."""
    if site is ANQUANWANG:
        return tuple(text for text in texts_of(QINGSHAN.name) if "mirrored" in text.header)
    return texts_of(site.name)


def printed(site: Site, html: str, text: Text | None = None) -> str:
    """Return a page as the site serves it, its Chinese converted where the site converts."""
    if site is ANQUANWANG:
        return convert_with_pinyin(html, PINYIN)
    is_traditional = text is not None and text.header.get("script") == "traditional"
    return to_traditional(html) if is_traditional else html
