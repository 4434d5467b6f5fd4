"""What `clean` prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive.text import clean
from crawler.cli.clean import command
from crawler.cli.output.diff import diff_lines

ESSAY = "支部设立党员先锋岗十二个，把公开承诺、领导点评、群众评议贯穿始终。全年解决难题十七项。" * 3
OTHER = "销售大厅的党员全部挂牌上岗，公开服务项目、办理时限和监督电话。一位客户留下了一面锦旗。" * 3
MERGED = f"企业活动总结两篇\n第一篇：机修厂活动总结\n{ESSAY}\n第二篇：运销公司活动总结\n{OTHER}\n"


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    path = tmp_path / "merged.txt"
    path.write_text(MERGED, "utf-8")
    return path


def test_json_names_the_parts(merged: Path) -> None:
    printed = json.loads(CliRunner().invoke(command, ["--json", str(merged)]).stdout)
    assert [part["title"] for part in printed["parts"]] == ["机修厂活动总结", "运销公司活动总结"]
    assert [part["body"] for part in printed["parts"]] == [ESSAY, OTHER]
    assert printed["body"].startswith("第一篇：")


def test_diff_shows_each_edit_with_its_rule(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"{ESSAY}\n【打印】【关闭】\n", "utf-8")
    printed = CliRunner().invoke(command, ["--diff", str(path)]).stdout
    assert "print_widgets" in printed
    assert "[-⏎【打印】【关闭】" in printed


def test_diff_is_coloured_on_a_terminal() -> None:
    (line,) = diff_lines(clean(f"{ESSAY}\n【打印】【关闭】"))
    assert {"red strike"} <= {str(span.style) for span in line.spans}
