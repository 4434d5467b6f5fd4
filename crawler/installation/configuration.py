"""`DIR/campaign-archive.toml`: what belongs to an installation rather than to a call.

contact = "Archive of the history department, archive@university.example"
notify = ["mail", "-s", "campaign archive", "archive@university.example"]
browser = "/opt/chromium/chrome"

[hours]
hbcoal = "22:00-06:00"
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from importlib.metadata import version
from pathlib import Path
from typing import Self

from archive.errors import CallError, MachineError
from crawler.installation.hours import Hours
from crawler.registry import require_sites
from crawler.single_pages import COLLECTION

FILE_NAME = "campaign-archive.toml"
_CONTACT = 'contact = "Your name or institution, you@example.org"'
_NOTIFY = 'notify = ["mail", "-s", "campaign archive", "you@example.org"]'
_BROWSER = 'browser = "/usr/bin/chromium"'
_HOURS = 'hbcoal = "22:00-06:00" below a line [hours]'


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What the file says."""

    path: Path
    contact: str | None = None
    """Whom a site's keeper can write to; it stands in the user agent."""
    notify: tuple[str, ...] = ()
    """A command that is started when a run failed or gave an alarm; it gets the report on standard input."""
    browser: str | None = None
    """Path of the Chromium for pages that scripts fill; None: the one on the path."""
    hours: Mapping[str, Hours] = field(default_factory=dict)
    """By site: when it may be crawled, Beijing time; at any time where it is not named."""

    @classmethod
    def read(cls, data: Path) -> Self:
        """Read the file of the data directory, if there is one; `CallError` if it is no sound TOML."""
        path = data / FILE_NAME
        try:
            # Windows' editor puts a mark before UTF-8.
            values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            return cls(path=path)
        except UnicodeDecodeError as error:
            raise CallError(f"{path} is not written in UTF-8", remedy="Save it in UTF-8") from error
        except tomllib.TOMLDecodeError as error:
            raise CallError(
                f"{path} is not TOML ({error})", remedy=f"Write lines such as {_CONTACT}"
            ) from error
        except OSError as error:
            raise MachineError(
                f"{path} can't be read ({error.strerror})", remedy="Check that it is a file you may read"
            ) from error
        _require_known(values, path)
        return cls(
            path=path,
            contact=_contact(values, path),
            notify=_command(values, path),
            browser=_browser(values, path),
            hours=_hours(values, path),
        )

    def require_contact(self, site: str) -> str:
        """Return the contact; `CallError` without one: nobody crawls other people's servers unnamed."""
        if self.contact is None:
            raise CallError(
                f"{site} is a real site, and {self.path} names nobody whom its keeper could write to",
                remedy=f"Add this line to {self.path}: {_CONTACT}",
            )
        return self.contact


def user_agent(contact: str | None) -> str:
    """Return the user agent: who crawls, and whom to ask; no contact for sites on this machine."""
    return f"campaign-archive/{version('campaign-archive')} ({contact or 'sample sites'})"


def _require_known(values: Mapping[str, object], path: Path) -> None:
    """A misspelt line would be without effect, and nobody would know."""
    known = _settings()
    for name in values.keys() - known:
        raise CallError(
            f"{path} says `{name}`, which is nothing that can be said there",
            remedy=f"Write one of: {', '.join(sorted(known))}",
        )


def _settings() -> frozenset[str]:
    return frozenset(each.name for each in fields(Configuration)) - {"path"}


def _command(values: Mapping[str, object], path: Path) -> tuple[str, ...]:
    command = values.get("notify", [])
    if isinstance(command, list) and all(isinstance(word, str) for word in command):
        return tuple(command)
    raise CallError(f"`notify` in {path} must be a list of words", remedy=f"Write {_NOTIFY}")


def _browser(values: Mapping[str, object], path: Path) -> str | None:
    named = values.get("browser")
    if named is None or isinstance(named, str):
        return named or None
    raise CallError(f"`browser` in {path} must be a path", remedy=f"Write {_BROWSER}")


def _hours(values: Mapping[str, object], path: Path) -> dict[str, Hours]:
    table = values.get("hours", {})
    if not isinstance(table, dict):
        raise CallError(f"`hours` in {path} must be a table", remedy=f"Write {_HOURS}")
    _require_sites(table.keys() - {COLLECTION}, path)
    try:
        return {str(site): Hours.parse(str(written)) for site, written in table.items()}
    except ValueError as error:
        raise CallError(f"`[hours]` in {path} can't be read: {error}", remedy=f"Write {_HOURS}") from error


def _require_sites(names: Iterable[str], path: Path) -> None:
    """The hours of a misspelt site would be nobody's, and the site itself would be crawled at any time."""
    for name in sorted(names):
        if name in _settings():  # In TOML all lines below [hours] belong to it.
            what = f"`{name}` in {path} stands below the line [hours], as if it were a site"
            raise CallError(what, remedy="Move it above that line")
        try:
            require_sites([name])
        except CallError as error:
            what = f"`[hours]` in {path} has a line `{name}`, and there is no such site"
            raise CallError(what, remedy=error.remedy) from error


def _contact(values: Mapping[str, object], path: Path) -> str | None:
    named = values.get("contact")
    if named is None or (isinstance(named, str) and named.isascii() and named.isprintable()):
        return named or None
    raise CallError(f"`contact` in {path} must be one line of ASCII", remedy=f"Write {_CONTACT}")
