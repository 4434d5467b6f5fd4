"""Texts as files: the vendor's goods (.docx, .pdf, .txt) and the attachments of pages."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.samples.docx import make_docx
from crawler.samples.pdf import make_pdf
from crawler.samples.texts import Text

CONTENT_TYPES: Mapping[str, str] = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
}

RESALE_ADS = (
    "仅供会员学习 严禁外传",
    "乘风文苑",
    "自建平台、每日更新",
    "现在订阅立享前2年的全部资料和修改服务",
    "【打击倒卖活动】",
    "举报倒卖会员资料者，查实后免费赠送半年会员资料！",
    "会员群：                免费QQ群：        ",
)
"""What the vendor prints at the head of each file."""


def attachment_bytes(text: Text) -> bytes:
    """Return a .docx of title, paragraphs and, behind them, the rows of all tables."""
    rows = [line.clean.split("\t") for line in text.lines if line.kind == "table_row"]
    return make_docx(
        text.title, [line.clean for line in text.lines if line.kind != "table_row"], rows or None
    )


def member_file_bytes(text: Text) -> bytes:
    """Return a member file of the form that its path names, resale ads before the title."""
    printed = [*text.wrapped_title.split("\n"), *(line.wrapped for line in text.lines)]
    match text.path.rpartition(".")[2]:
        case "docx":
            return make_docx(RESALE_ADS[0], [*RESALE_ADS[1:], *printed])
        case "pdf":
            return make_pdf([*RESALE_ADS, "", *printed])
        case _:
            return "\r\n".join([*RESALE_ADS, "", "", *printed, "", ""]).encode("gb18030")
