"""Undo a misreading of GBK that began where something was put inside a character.

    因為部分員工    D2 F2 9E EE B2 BF B7 D6 86 54 B9 A4        the table holds 驗 (F2 9E), read yàn
    因?yàn)椴糠謫T工   D2 F2 9E(yàn) EE B2 BF B7 D6 86 54 B9 A4   9E and the bracket are read as "?"

From there on every byte pairs with the next one, until an ASCII trail byte, a lone byte or an annotation at
the right offset closes the row. Where a byte is gone, or the table has several characters for a byte and a
reading, all readings of the row are followed side by side, and the one that reads most like Chinese counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest

from archive.text.mirror.annotation import ANNOTATION, reading_of
from archive.text.mirror.gbk_candidates import is_possible, with_lead, with_trail
from archive.text.mirror.gbk_table import gbk_bytes, gbk_character, gbk_table
from archive.text.mirror.misread_row import LOST, UNKNOWN_LEAD, Path, Row, fluency, likeliest
from archive.text.mirror.page_table import PageTable

_LONGEST_ROW = 1000
_WIDEST = 24
"""Readings of a row that are followed side by side."""
_UNPRINTABLE = 0x80
"""A byte that begins no character: a trail byte that is left alone is read as "?"."""
_ASCII = range(0x80)
_UNASSIGNED = (*range(0xA1, 0xA8), *range(0xAA, 0xB0), *range(0xF8, 0xFF))
"""Lead bytes that stand for no character before some trail bytes."""


@dataclass(frozen=True, slots=True)
class Realigner:
    """Reads rows of one text; `table` is what the text itself tells of its mirror's table."""

    text: str
    table: PageTable

    def from_key(self, match: re.Match[str], before: str) -> Row | None:
        """Read the row that begins with `match` (of `ANNOTATION`, with `lost`) behind `before`.

        None where no character of the table fits.
        """
        trail = gbk_bytes("，" if before == "," else before)[1:]
        paths = [
            Path(before, gbk_bytes(key)[1], self.table.favour(key))
            for key in gbk_table().by_lead.get((int.from_bytes(trail), reading_of(match)), ())
        ]
        return self._read(paths, match.end(), before)

    def from_mark(self, start: int, before: str) -> Row | None:
        """Read the row that begins with the "?" at `start`, before a mark matched inside two characters.

        None where the "?" is more likely the author's.
        """
        trail, pending = gbk_bytes(self.text[start + 1])
        begin = Path(before, 0, 0.0)
        paths = [begin.guess(c, pending, bonus=self.table.bare(before, c)) for c in with_trail(trail)]
        row = self._read(paths, start + 2, before)
        is_likelier = row and fluency(row.likeliest) > fluency(before + self.text[start + 1 : row.end])
        return row if is_likelier else None

    def _read(self, paths: list[Path], position: int, before: str) -> Row | None:
        closed: list[Path] = []
        limit = min(len(self.text), position + _LONGEST_ROW)
        while paths and position <= limit:
            match = ANNOTATION.match(self.text, position)
            if match and match["lost"]:
                ended = list(self._at_key(paths, match))
                closed += ended
                if ended:
                    break
            elif match and gbk_table().reads(self.text[position - 1], reading_of(match)):
                position = match.end()
                continue
            halves = gbk_bytes(self.text[position : position + 1])
            if len(halves) == 2:
                paths = self._best(self._paired(paths, *halves))
                closed += [path.with_letter(position + 1) for path in paths if path.pending in _ASCII]
                paths = [path for path in paths if path.pending not in _ASCII]
            else:
                closed += self._at_ascii(paths, position)
                paths = self._best(self._over_two_lost(paths, position)) if halves == b"?" else []
            position += 1
        return likeliest(self.text, closed, len(before))

    def _at_key(self, paths: list[Path], match: re.Match[str]) -> Iterator[Path]:
        """Close the row at the annotation of a whole character: `?huì)` behind the lead byte of 會."""
        reading = reading_of(match)
        for path in paths:
            for key in self._keys(path.pending, reading):
                yield path.then(key, bonus=self.table.favour(key)).closed(match.end())

    def _keys(self, lead: int, reading: str) -> tuple[str, ...]:
        if lead == UNKNOWN_LEAD:
            return gbk_table().by_reading.get(reading, ())
        return gbk_table().by_lead.get((lead, reading), ())

    def _paired(self, paths: list[Path], first: int, second: int) -> Iterator[Path]:
        for path in paths:
            if path.pending == UNKNOWN_LEAD:
                yield from (
                    path.guess(c, second, bonus=self.table.bare(path.put, c)) for c in with_trail(first)
                )
            elif character := gbk_character(path.pending, first):
                yield path.then(character, second, bonus=self.table.repeats(path.put, character))

    def _at_ascii(self, paths: list[Path], position: int) -> Iterator[Path]:
        """Close the row: the ASCII character is a trail byte, or the trail byte before it is gone."""
        printed = self.text[position : position + 1]
        end = position + (printed in ("?", LOST))
        for path in paths:
            known = path.pending != UNKNOWN_LEAD and end > position
            unprintable = gbk_character(path.pending, _UNPRINTABLE) if known else None
            if unprintable and is_possible(unprintable):
                yield path.guess(unprintable, bonus=self.table.bare(path.put, unprintable)).closed(end)
            whole = gbk_character(path.pending, ord(printed)) if "@" <= printed <= "~" else None
            if whole and path.pending != UNKNOWN_LEAD:
                yield path.then(whole).closed(self._behind_annotation(position + 1, whole))
            elif path.pending != UNKNOWN_LEAD and not whole and self._may_follow_a_lone_byte(end):
                yield from (
                    path.guess(c, bonus=self.table.bare(path.put, c)).closed(end)
                    for c in with_lead(path.pending)
                )

    def _may_follow_a_lone_byte(self, end: int) -> bool:
        following = self.text[end : end + 1]
        return following.isascii() or following in "，。；：、！？“”（）《》"

    def _over_two_lost(self, paths: list[Path], position: int) -> Iterator[Path]:
        """Go on behind a "?" that stands for two bytes which are no character together."""
        following = self.text[position + 1 : position + 2]
        if following.isascii() and following != "?":
            return
        for path in paths:
            if path.pending == UNKNOWN_LEAD:
                yield path.lose()
                continue
            for lead in _UNASSIGNED:
                character = gbk_character(path.pending, lead)
                if character and is_possible(character):
                    yield path.guess(character, UNKNOWN_LEAD, bonus=self.table.bare(path.put, character))

    def _behind_annotation(self, position: int, character: str) -> int:
        match = ANNOTATION.match(self.text, position)
        is_its_own = match and not match["lost"] and gbk_table().reads(character, reading_of(match))
        return match.end() if match and is_its_own else position

    def _best(self, paths: Iterable[Path]) -> list[Path]:
        paths = list(paths)
        return paths if len(paths) <= _WIDEST else nlargest(_WIDEST, paths, key=lambda path: path.score)
