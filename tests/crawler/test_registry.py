from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from archive.errors import CallError
from crawler import platforms
from crawler.registry import all_sites, require_sites, rules_of, site_names
from crawler.site import Site

PLATFORMS = [
    known for known in vars(platforms).values() if isinstance(known, type) and Site in known.__bases__
]
ROOT = Path(__file__).parents[2]


def test_each_file_in_spiders_declares_the_site_of_its_name() -> None:
    assert [site.name for site in all_sites()] == list(site_names())
    assert {"sample_mine", "sample_group", "sample_mirror", "sample_mill", "sample_vendor"} <= set(
        site_names()
    )


@pytest.mark.parametrize("site", all_sites(), ids=lambda site: site.name)
def test_a_declaration_is_sound_and_small(site: object) -> None:
    (known,) = (declared for declared in all_sites() if declared is site)
    re.compile(known.article)
    re.compile(known.listing or "")
    assert all(known.covers(url) for url in (known.home, *known.start))
    source = (ROOT / "spiders" / f"{known.name}.py").read_text(encoding="utf-8")
    statements = source.rpartition('"""\n\n')[2].splitlines()
    assert len([line for line in statements if line]) <= 20
    assert known.is_local or known.verified or known.notes
    assert set(known.channels) <= set(known.start)


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.__name__)
def test_every_platform_has_a_site_in_a_few_lines(platform: type[Site]) -> None:
    assert any(type(known) is platform for known in all_sites())


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(CallError, match=r"no site 'sample_mnie'.*sample_mine"):
        require_sites(["sample_group", "sample_mnie"])


def test_names_are_kept_once_and_in_order() -> None:
    assert require_sites(["sasac", "hbcoal", "sasac"]) == ("sasac", "hbcoal")


def test_a_collection_of_files_has_no_rules() -> None:
    assert rules_of("imported") == ()
    assert rules_of("sasac")


def test_declarations_load_no_scrapy() -> None:
    code = "import sys; from crawler.registry import all_sites; all_sites(); print('scrapy' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout == "False\n"
