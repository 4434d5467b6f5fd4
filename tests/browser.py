"""Provide a Chromium and a font with Chinese characters for the browser tests: `python -m tests.browser`.

What is missing is installed: by apt-get as root, else (Chromium only) by Playwright into the user's cache.
Leaves with 1 and says what to do where it can't.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from crawler.browser.chromium import NAMES

FONT_PACKAGE = "fonts-noto-cjk"


def find_chromium() -> Path | None:
    """Return a Chromium on the path or in Playwright's cache; None where there is none that starts."""
    named = filter(None, map(shutil.which, NAMES))
    return next((path for path in [*map(Path, named), _playwrights()] if _starts(path)), None)


def has_chinese_font() -> bool:
    """Tell whether fontconfig knows a font with Chinese characters."""
    if shutil.which("fc-list") is None:
        return False
    listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def main() -> int:
    """Install what is missing; return the exit code."""
    missing = _missing()
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        _apt_get(missing)
    if find_chromium() is None:
        subprocess.run(
            [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False
        )
    for package in _missing():
        print(f"Missing for the browser tests: {package}. Install it, as root: apt-get install {package}")
    return 1 if _missing() else 0


def _missing() -> list[str]:
    wanted = {"chromium": find_chromium() is not None, "fontconfig": bool(shutil.which("fc-list"))}
    return [name for name, found in {**wanted, FONT_PACKAGE: has_chinese_font()}.items() if not found]


def _playwrights() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _starts(path: Path) -> bool:
    """Ubuntu's `chromium-browser` may be a script that only says where to get one."""
    if not path.is_file():
        return False
    return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


def _apt_get(packages: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for call in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "--quiet", *call], env=environment, check=False)


if __name__ == "__main__":
    sys.exit(main())
