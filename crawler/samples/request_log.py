"""What the sample server was asked, for tests that count requests."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request as the server saw it."""

    host: str
    """Name of the site, without `.localhost` and port."""
    path: str
    """With its query."""
    status: int
    """What was answered."""
    user_agent: str


@dataclass(slots=True)
class RequestLog:
    """What was asked since the server started; safe between threads."""

    entries: list[Request] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def append(self, request: Request) -> None:
        """Add one request."""
        with self._lock:
            self.entries.append(request)

    def count(self, host: str, path: str) -> int:
        """How often a path of a site was asked for."""
        with self._lock:
            return sum((entry.host, entry.path) == (host, path) for entry in self.entries)
