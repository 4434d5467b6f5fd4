from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import CallError, MachineError
from crawler.installation.configuration import FILE_NAME, Configuration, user_agent
from crawler.registry import site
from crawler.spider import spider_class


def write(data: Path, text: str) -> Path:
    path = data / FILE_NAME
    path.write_text(text, encoding="utf-8")
    return path


def test_the_contact_stands_in_the_user_agent(tmp_path: Path) -> None:
    write(tmp_path, 'contact = "Archive, archive@university.example"')

    contact = Configuration.read(tmp_path).require_contact("hbcoal")

    assert user_agent(contact).startswith("campaign-archive/")
    assert user_agent(contact).endswith("(Archive, archive@university.example)")


def test_a_real_site_without_a_contact_is_refused_with_the_line_to_add(tmp_path: Path) -> None:
    with pytest.raises(CallError) as refused:
        Configuration.read(tmp_path).require_contact("hbcoal")

    assert "hbcoal" in refused.value.what
    assert str(tmp_path / FILE_NAME) in refused.value.remedy
    assert 'contact = "' in refused.value.remedy


@pytest.mark.parametrize("text", ["contact = ", "contact = 7", 'contact = "安全"', 'contact = "a\\nb"'])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(CallError, match=str(path)):
        Configuration.read(tmp_path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('contct = "a@b.example"', "contct"),
        ('[hour]\nhbcoal = "22:00-06:00"', "hour"),
        ('hours = "22:00-06:00"', "must be a table"),
        ('[hours]\nhbcoal = "22-6"', "22:00-06:00"),
        ('[hours]\nhbcol = "22:00-06:00"', "`hbcol`, and there is no such site. Did you mean hbcoal"),
        ('[hours]\nhbcoal = "22:00-06:00"\ncontact = "a@b.example"', "`contact` in"),
        (
            '[hours]\ncontact = "a@b.example"',
            "stands below the line [hours], as if it were a site. Move it above",
        ),
    ],
)
def test_what_says_nothing_is_named(tmp_path: Path, content: str, told: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(CallError) as refused:
        Configuration.read(tmp_path)
    assert str(path) in refused.value.what
    assert told in str(refused.value)


def test_single_pages_have_hours_too(tmp_path: Path) -> None:
    write(tmp_path, '[hours]\nsingle_pages = "22:00-06:00"')
    assert Configuration.read(tmp_path).hours["single_pages"]


def test_another_encoding_is_told_and_the_mark_of_utf_8_is_none(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes('notify = ["邮件"]'.encode("gb18030"))
    with pytest.raises(CallError, match="UTF-8"):
        Configuration.read(tmp_path)
    (tmp_path / FILE_NAME).write_bytes('contact = "a@b.example"'.encode("utf-8-sig"))
    assert Configuration.read(tmp_path).contact == "a@b.example"


def test_a_file_that_cannot_be_read_is_the_machines_fault(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(MachineError):
        Configuration.read(tmp_path)


def test_the_spider_asks_for_the_contact_and_keeps_the_pace(tmp_path: Path) -> None:
    from scrapy.settings import Settings

    settings = Settings({"CAMPAIGN_ARCHIVE_DATA": str(tmp_path)})
    with pytest.raises(CallError):
        spider_class(site("hbcoal")).update_settings(settings)
    spider_class(site("sample_mine")).update_settings(settings)
    assert (settings["DOWNLOAD_DELAY"], settings["HTTPPROXY_ENABLED"]) == (0.0, False)
    write(tmp_path, 'contact = "a@b.example"')
    spider_class(site("hbcoal")).update_settings(settings)
    assert (settings["DOWNLOAD_DELAY"], settings["HTTPPROXY_ENABLED"]) == (2.0, True)
    assert "a@b.example" in settings["USER_AGENT"]
