"""Files that a test hands to a command."""

from __future__ import annotations

from pathlib import Path

TEXT = "青山煤矿安全生产月活动总结\n今年六月，全矿开展了安全生产月活动，取得了明显成效。\n" * 3


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
