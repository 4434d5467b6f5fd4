"""A short report without damage, beside which tests put what pages have around it."""

from __future__ import annotations

TITLE = "云溪煤矿安全生产月活动启动"
BODY = (
    "近日，云溪煤矿举行安全生产月活动启动仪式。矿领导、各单位负责人和职工代表参加，会后开展了签名活动。\n"
    "矿长要求各单位抓好落实。全矿上下迅速行动，活动取得了实效。"
)
