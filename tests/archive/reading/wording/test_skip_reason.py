from __future__ import annotations

from importlib.resources import files

import pytest

from archive.reading.wording.language import language
from archive.reading.wording.skip_reason import skip_reason
from archive.statements import Reason, Relevance
from archive.store.articles.changes import Irrelevant

SHARED = ("campaign_subject", "campaign_mentioned", "genre", "formula", "no_work_unit")


def kept(score: float, *reasons: Reason) -> str:
    return Irrelevant(title=None, relevance=Relevance(score=score, reasons=reasons)).reason


def test_reasons_in_both_languages() -> None:
    market = Reason(what="market_in_lead", words=("库存", "环比"), weight=-0.5)
    found = kept(0.1, market, Reason(what="no_work_unit", words=(), weight=-0.2))
    assert skip_reason(found, language("zh")) == (
        "得分 0.10：文首的行情用语（库存、环比） −0.50；未提及矿山、企业及其职工 −0.20"
    )
    assert skip_reason(found, language("en")) == (
        "Score 0.10: market words at the beginning (库存、环比) −0.50; "
        "names no mine, no firm and none of their people −0.20"
    )


def test_words_of_a_page_stay_whatever_they_are() -> None:
    formula = Reason(what="formula", words=("——记; 一位 (好) 班长 −.5{0}\\1\n",), weight=0.35)
    assert "提法（——记; 一位 (好) 班长 −.5{0}\\1\n） +0.35" in skip_reason(
        kept(0.35, formula), language("zh")
    )


def test_a_page_for_which_nothing_speaks() -> None:
    assert skip_reason(kept(0.0), language("zh")) == "得分 0.00：没有与活动有关的内容"


def test_another_form_stays_as_it_is() -> None:
    assert skip_reason("forbidden by robots.txt", language("zh")) == "forbidden by robots.txt"


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_reason_of_the_rules_has_a_name(code: str) -> None:
    lines = files("archive.data").joinpath("relevance.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t")[0] for line in lines if "\t" in line and not line.startswith("#")]
    chosen = language("zh" if code == "zh" else "en")
    assert [what for what in {*rows[1:], *SHARED} if f"reason.{what}" not in chosen.strings] == []
