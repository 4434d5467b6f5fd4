"""Invented official prose in any quantity, to test and measure with: no two texts alike, all share formulas.

A text is made of sentences that are new (their words are drawn from thousands of invented ones), of patterns
filled with names, things and numbers, and of formulas that everybody uses word for word.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from archive.data import data_lines
from archive.fold import fold

FORMULAS: Final = tuple(
    """
以邓小平理论和“三个代表”重要思想为指导，深入贯彻落实科学发展观
坚持“安全第一、预防为主、综合治理”的方针
为深入贯彻落实上级有关会议精神，进一步加强和改进新形势下的思想政治工作
紧紧围绕全年生产经营任务，以创先争优活动为动力
切实增强做好安全生产工作的责任感、使命感和紧迫感
充分发挥党支部的战斗堡垒作用和共产党员的先锋模范作用
各单位要提高认识，加强领导，精心组织，周密安排，确保活动取得实效
坚决防止走过场、搞形式，做到两手抓、两不误、两促进
真正把思想和行动统一到集团公司党委的决策部署上来
为实现公司又好又快发展提供坚强的思想保证和组织保证
形成一级抓一级、层层抓落实的良好局面
让我们更加紧密地团结起来，振奋精神，扎实工作，为夺取全年各项工作的新胜利而努力奋斗
实行“谁主管、谁负责”的原则，严格落实安全生产责任制
广泛开展批评与自我批评，认真查摆存在的突出问题
坚持边学边改、边查边改，以整改的实际成效取信于职工群众
营造人人关心安全、人人参与安全、人人维护安全的浓厚氛围
在全体党员中深入开展理想信念教育和党性党风党纪教育
建立健全长效机制，推动活动经常化、制度化、规范化
""".strip().splitlines()
)

PATTERNS: Final = tuple(
    """
{month}月{day}日，{place}{unit}召开{word}会议，{count}名职工代表参加，{person}就{word}作了说明
今年以来，{place}{unit}累计完成{word}{count}万吨，同比增加{count}个百分点
{person}在{place}调研时指出，{word}要与{word}结合起来，不能停留在{word}上
截至{month}月底，共排查{word}{count}处，已整改{count}处，其余{day}处限期完成
{unit}党支部组织{count}名党员到{place}参观，听取{person}关于{word}的介绍
在{word}方面，{unit}先后投入{count}万元，更新{word}{count}台，{word}降低了{day}%
“{word}不是小事，”{person}说，“{place}的{word}就是从一颗螺丝开始的。”
评选{word}先进班组{day}个、先进个人{count}名，每人奖励{count}元
{place}{unit}把{word}列为{month}月份的重点，由{person}牵头，每周通报一次
对{word}不到位的，由{unit}责令限期整改，并扣减{person}当月绩效{day}%
{count}多名家属走进{place}，为{unit}职工送去{word}和{word}
活动分{day}个阶段进行，{month}月{day}日前各单位将{word}总结报{unit}
据{person}介绍，{place}的{word}过去要{count}小时，如今只用{day}分钟
{unit}编写了{word}手册{count}册，发放到{place}的每一个班组
凌晨{day}点，{person}还在{place}的{word}旁守着，这已经是他第{count}个夜班
""".strip().splitlines()
)

_UNITS: Final = (
    *("综采队", "综掘队", "机电队", "通风队", "运输队", "选煤厂", "洗煤厂", "安监处"),
    *("调度室", "工会", "团委", "宣传部", "救护队", "医院", "供电站"),
)
_OPENINGS: Final = (
    "",
    "会上，",
    "同时，",
    "据了解，",
    "此外，",
    "其中，",
    "为此，",
    "目前，",
    "与此同时，",
    "随后，",
)
_NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """One text."""

    title: str
    sentences: tuple[str, ...]

    @property
    def body(self) -> str:
        """Paragraphs of four sentences, one a line."""
        groups = (self.sentences[at : at + 4] for at in range(0, len(self.sentences), 4))
        return "\n".join("".join(group) for group in groups)


class OfficialProse:
    """Texts from one seed: the same in every run."""

    def __init__(self, seed: int) -> None:
        self.source = random.Random(seed)
        self._words, self._weights = _vocabulary()

    def text(self, length: int = 1500) -> Invented:
        """Return a text of about `length` characters."""
        sentences, size = list[str](), 0
        while size < length:
            sentences.append(self.sentence())
            size += len(sentences[-1])
        place, word = self._word(2), self._word(2)
        return Invented(
            title=f"{place}{self.source.choice(_UNITS)}{word}活动情况", sentences=tuple(sentences)
        )

    def sentence(self) -> str:
        """Return a sentence: four in ten are wholly new, four follow a pattern, two hold a formula."""
        kind = self.source.random()
        if kind < 0.4:
            clauses = ("".join(self._word(0) for _ in range(self.source.randint(3, 7))) for _ in range(3))
            return "，".join(clauses) + "。"
        opening = self.source.choice(_OPENINGS)
        if kind < 0.8:
            return f"{opening}{self._filled(self.source.choice(PATTERNS))}。"
        return f"{opening}{self.source.choice(FORMULAS)}，{self._filled(self.source.choice(PATTERNS))}。"

    def sibling(self, text: Invented, kept: float = 0.75) -> Invented:
        """Return the notice of another year: the same sentences with other numbers, some of them new."""
        again = (
            _NUMBER.sub(lambda _: str(self.source.randint(1, 999)), sentence)
            if self.source.random() < kept
            else self.sentence()
            for sentence in text.sentences
        )
        return replace(text, sentences=tuple(again))

    def patchwork(self, one: Invented, other: Invented) -> Invented:
        """Return a text with half of the sentences of one and half of another's, in a new order."""
        own = [*one.sentences[::2], *other.sentences[::2]]
        self.source.shuffle(own)
        return Invented(title=one.title, sentences=tuple(own))

    def mask(self, body: str) -> str:
        """Return a body in which half of its numbers and of its units' names are masked."""
        named = re.compile(rf"\d+|{'|'.join(_UNITS)}")
        return named.sub(lambda match: "X" if self.source.random() < 0.5 else match[0], body)

    def _filled(self, pattern: str) -> str:
        fillings: dict[str, Callable[[], str]] = {
            "month": lambda: str(self.source.randint(1, 12)),
            "day": lambda: str(self.source.randint(2, 28)),
            "count": lambda: str(self.source.randint(20, 4000)),
            "place": lambda: self._word(2),
            "person": lambda: self._word(3),
            "unit": lambda: self.source.choice(_UNITS),
            "word": lambda: self._word(0),
        }
        return re.sub(r"\{(\w+)\}", lambda match: fillings[match[1]](), pattern)

    def _word(self, length: int) -> str:
        """A word, of `length` characters, or of any length for 0."""
        while True:
            (word,) = self.source.choices(self._words, cum_weights=self._weights)
            if length in (0, len(word)):
                return word


def _vocabulary() -> tuple[Sequence[str], Sequence[float]]:
    """Invented words whose frequencies fall as in a language; the same for every seed."""
    source = random.Random(1)
    common = "".join(data_lines("common_han.txt"))
    han = [character for character in common if fold(character) == character][:2500]
    lengths = source.choices((2, 3, 4), weights=(75, 15, 10), k=8000)
    words = [*dict.fromkeys("".join(source.choices(han, k=length)) for length in lengths)]
    return words, [*accumulate(1 / (rank + 12) for rank in range(len(words)))]
