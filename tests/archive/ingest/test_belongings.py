from __future__ import annotations

from archive.ingest.belongings import Belongings
from archive.model import Extraction, FileLink

PAGE = "http://mine.example/1.htm"


def test_what_led_to_it_says_what_it_is() -> None:
    files = tuple(
        FileLink(url=f"http://mine.example/{name}", name="附件") for name in ("a.docx", "\ud800.pdf")
    )
    with Belongings() as belongings:
        belongings.of_article(Extraction(url=PAGE, kind="article", next_part=f"{PAGE}?2", files=files))
        belongings.of_part(Extraction(url=f"{PAGE}?2", kind="article", next_part=f"{PAGE}?3", files=files))
        belongings.of_part(Extraction(url=f"{PAGE}?3", kind="article"))
        assert [belongings.kind_of(file.url) for file in files] == ["attachment", "attachment"]
        assert [belongings.kind_of(f"{PAGE}?{part}") for part in (2, 3, 4)] == ["part", "part", "article"]
        assert belongings.kind_of(PAGE) == "article"
