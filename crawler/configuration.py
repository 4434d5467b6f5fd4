"""`DIR/campaign-archive.toml`: what belongs to an installation rather than to a call.

contact = "Archive of the history department, archive@university.example"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Self

from archive.errors import CallError, MachineError

FILE_NAME = "campaign-archive.toml"
_LINE = 'contact = "Your name or institution, you@example.org"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What the file says."""

    path: Path
    contact: str | None = None
    """Whom a site's keeper can write to; it stands in the user agent."""

    @classmethod
    def read(cls, data: Path) -> Self:
        """Read the file of the data directory, if there is one; `CallError` if it is no sound TOML."""
        path = data / FILE_NAME
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls(path=path)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise CallError(f"{path} is not TOML ({error})", remedy=f"Write lines such as {_LINE}") from error
        except OSError as error:
            raise MachineError(
                f"{path} can't be read ({error.strerror})", remedy="Check that it is a file you may read"
            ) from error
        return cls(path=path, contact=_line_of_ascii(values, "contact", path))

    def require_contact(self, site: str) -> str:
        """Return the contact; `CallError` without one: nobody crawls other people's servers unnamed."""
        if self.contact is None:
            raise CallError(
                f"{site} is a real site, and {self.path} names nobody whom its keeper could write to",
                remedy=f"Add this line to {self.path}: {_LINE}",
            )
        return self.contact


def user_agent(contact: str | None) -> str:
    """Return the user agent: who crawls, and whom to ask; no contact for sites on this machine."""
    return f"campaign-archive/{version('campaign-archive')} ({contact or 'sample sites'})"


def _line_of_ascii(values: Mapping[str, object], key: str, path: Path) -> str | None:
    value = values.get(key)
    if value is None or (isinstance(value, str) and value.isascii() and value.isprintable()):
        return value or None
    raise CallError(f"`{key}` in {path} must be one line of ASCII", remedy=f"Write {_LINE}")
