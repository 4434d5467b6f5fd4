from __future__ import annotations

from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from archive.copies.keys import ENOUGH, SHORTEST, keys_of
from archive.copies.letters import MASK, letters_and_places, letters_of
from archive.copies.winnowing import GUARANTEED, NOISE, WINDOW, Fingerprint, fingerprints
from archive.text.mirror.damage import to_traditional
from tests.official_prose import OfficialProse

BODIES = st.text(st.sampled_from("安全生产月活動开展，。 \n某X×*x12aＡ"), max_size=60)


def test_scripts_widths_marks_and_masks_do_not_count() -> None:
    assert letters_of("安全生產，ＡＢ 12！") == letters_of("安全生产AB12") == "安全生产ab12"
    assert letters_of("×××煤矿") == letters_of("某某煤矿") == letters_of("XX煤矿") == f"{MASK}煤矿"
    assert letters_of("max") == "max"


def test_rare_characters_are_letters_and_other_scripts_are_not() -> None:
    assert letters_of("安全\ue123𠮷生产") == "安全\ue123𠮷生产"
    assert letters_of("安全 가나 ꀀꀁ 生产") == "安全生产"
    assert letters_of("二〇一〇年，佐々木") == "二〇一〇年佐々木"


@given(BODIES)
def test_every_letter_has_its_place(body: str) -> None:
    letters, places = letters_and_places(body)
    assert letters == letters_of(body)
    assert len(letters) == len(places)
    assert all(letters_of(body[at]) in (letter, MASK) for letter, at in zip(letters, places, strict=True))
    assert [*places] == sorted({*places})


def test_keys_stay_the_same() -> None:
    """Archives hold them: other keys need a new version of the schema."""
    letters = "关于开展安全生产月活动的通知各区队各科室现将有关事项通知如下请认真执行"
    keys = keys_of(letters, "http://a.example/x/12345.html")
    assert (len(keys), min(keys)) == (82, 2003894565857)


def test_copies_share_keys_and_others_do_not(prose: OfficialProse) -> None:
    text, other = prose.text().body, prose.text().body
    keys = keys_of(letters_of(text), "http://a.example/1.html")
    cut = keys_of(letters_of(to_traditional(text[:600])), "http://b.example/2.html")
    assert len(keys & cut) >= ENOUGH > len(keys & keys_of(letters_of(other), "http://b.example/1.html"))


def test_a_telling_path_is_a_key(prose: OfficialProse) -> None:
    one, other = (letters_of(prose.text().body) for _ in range(2))
    shared = keys_of(one, "http://a.example/20100612.htm") & keys_of(other, "http://b.example/20100612.htm")
    assert len(shared) >= ENOUGH


def test_nothing_is_told_of_a_few_letters() -> None:
    assert not keys_of("安" * (SHORTEST - 1), "http://a.example/12345.html")


@given(st.text("安全生产月", min_size=GUARANTEED, max_size=90), st.text("活动开展", max_size=80), st.data())
def test_a_long_run_in_common_is_always_found(run: str, around: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(around)))
    one, other = (
        {hashed for hashed, _ in fingerprints(body)} for body in (run, around[:cut] + run + around[cut:])
    )
    assert one & other


def test_fingerprints_say_where_they_begin(prose: OfficialProse) -> None:
    body = prose.text().body
    for hashed, at in fingerprints(body):
        ((alone, start),) = fingerprints(letters_of(body[at:])[:NOISE])
        assert (alone, start) == (hashed, 0)


def test_few_fingerprints(prose: OfficialProse) -> None:
    body = prose.text(20_000).body
    assert len(fingerprints(body)) < len(letters_of(body)) / 14


@given(st.text("安全生产月×", max_size=120))
def test_each_window_keeps_its_least_hash_the_last_of_equals(body: str) -> None:
    letters, places = letters_and_places(body)
    runs = [letters[at : at + NOISE] for at in range(len(letters) - NOISE + 1)]
    hashes = [crc32(run.encode("utf-32-le")) - 2**31 for run in runs]
    window, kept = min(WINDOW, len(hashes)), -1
    expected = list[Fingerprint]()
    for start in range(len(hashes) - window + 1 if window else 0):
        least = min(hashes[start : start + window])
        having_it = [at for at in range(start, start + window) if hashes[at] == least]
        if kept not in having_it:
            kept = having_it[-1]
            expected.append((hashes[kept], places[kept]))
    assert fingerprints(body) == tuple(expected)
