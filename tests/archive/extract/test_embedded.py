from __future__ import annotations

from archive.extract import extract
from archive.model import Embedded

URL = "http://www.qingshan.example/a/1.htm"
PROSE = "<p>矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。</p>" * 3


def test_pictures_and_frames_are_recorded_and_stay_out_of_the_text() -> None:
    page = (
        f"<h1>开展安全月活动</h1><div>{PROSE}"
        "<p><img src='../u/1.jpg' alt=' 活动 现场 '><img src='../u/1.jpg'></p>"
        "<img src='blank.gif' data-src='/u/2.png'><img src='data:image/gif;base64,R0lGOD'>"
        "<iframe src='//video.example/7' title='活动视频'>请升级浏览器</iframe>"
        f"{PROSE}</div><img src='/logo.png'>"
    )
    extraction = extract(page.encode(), URL)
    assert extraction.embedded == (
        Embedded(kind="image", url="http://www.qingshan.example/u/1.jpg", name="活动 现场"),
        Embedded(kind="image", url="http://www.qingshan.example/u/2.png", name=""),
        Embedded(kind="frame", url="http://video.example/7", name="活动视频"),
    )
    assert "升级" not in extraction.text


def test_every_field_has_an_origin() -> None:
    page = (
        "<title>开展安全月活动-青山矿业网</title><meta name=ColumnName content=要闻><h1>开展安全月活动</h1>"
        f"<p>来源：宣传科 发布时间：2010-06-03</p><div>{PROSE}<p>（记者 王文平）</p></div>"
        "<p>责任编辑：李晓明</p>"
    )
    extraction = extract(page.encode(), URL)
    assert extraction.origins == {
        "source": "byline",
        "published_at": "byline",
        "published_precision": "byline",
        "author": "credit",
        "editor": "credit",
        "section": "meta",
        "site_name": "title",
    }
    assert extraction.origins.keys() == extraction.fields.keys()
