"""The reading room: Datasette over one archive, with the configuration of the checkout's `datasette/`."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import uvicorn
import yaml
from datasette.app import Datasette

from archive.errors import CallError, MachineError
from archive.reading.serving.described_tables import described_tables
from archive.search import index
from archive.store.archive import Archive

Mode: TypeAlias = Literal["local", "public"]
"""`local`: for this machine, arbitrary SQL allowed. `public`: no SQL, no download of the database."""

CONFIGURATION: Final = Path(__file__).parent.parent / "datasette"
_NO_ADDRESS: Final = (errno.EADDRNOTAVAIL, socket.EAI_NONAME, socket.EAI_NODATA)
_THIS_MACHINE: Final = ("127.0.0.1", "localhost", "::1")
_WAL_IN_HEADER = slice(18, 20)
_WAL = b"\x02\x02"


def serve(directory: Path, host: str, port: int, mode: Mode, announce: Callable[[str], None]) -> None:
    """Serve the archive in `directory` until stopped from the keyboard; `announce` is told the address.

    Raises `CallError` for an archive that is missing, newer, or indexed by another version, `MachineError`
    for a port in use.
    """
    if mode == "local" and host not in _THIS_MACHINE:
        raise CallError(
            f"Without --public the archive is served to this machine only, not on {host}",
            remedy="Add --public (no SQL, no download of the database), or leave --host out",
        )
    with _listen(host, port) as listener:
        room = reading_room(directory, mode)
        asyncio.run(room.invoke_startup())
        announce(f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/")
        _run(room, listener)


def reading_room(directory: Path, mode: Mode) -> Datasette:
    """Return Datasette over the archive in `directory`, not yet started."""
    database = _checked(directory)
    files = {"immutables" if _is_frozen(database) else "files": [str(database)]}
    return Datasette(
        **files,
        metadata=_metadata(mode),
        settings=_settings(mode),
        plugins_dir=str(CONFIGURATION / "plugins"),
        template_dir=str(CONFIGURATION / "templates"),
        static_mounts=[("static", str(CONFIGURATION / "static"))],
    )


def _checked(directory: Path) -> Path:
    """The database, when it can be read, is of this version and its index is too."""
    with Archive.open_read_only(directory) as archive:
        index.require_current(archive.db.conn)
        return archive.database_path.absolute()


def _is_frozen(database: Path) -> bool:
    """A live archive is in WAL mode; a copy that is not has no writer, and may lie on a read-only disk."""
    with database.open("rb") as file:
        return file.read(100)[_WAL_IN_HEADER] != _WAL


def _metadata(mode: Mode) -> Mapping[str, Any]:
    metadata: dict[str, Any] = yaml.safe_load((CONFIGURATION / "metadata.yaml").read_text("utf-8"))
    metadata["plugins"]["campaign-archive"]["mode"] = mode
    metadata["databases"]["archive"]["tables"] = described_tables()
    return metadata


def _settings(mode: Mode) -> dict[str, Any]:
    files = ("settings.json",) if mode == "local" else ("settings.json", "settings-public.json")
    settings: dict[str, Any] = {}
    for file in files:
        settings |= json.loads((CONFIGURATION / file).read_text("utf-8"))
    return settings


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        if error.errno in _NO_ADDRESS:
            raise CallError(
                f"{host} is no address of this machine",
                remedy="Name one with --host; 0.0.0.0 stands for all of them",
            ) from error
        if error.errno == socket.EAI_AGAIN:
            raise MachineError(
                f"The name {host} can't be looked up ({error.strerror})",
                remedy="Try again later, or name an address in figures with --host",
            ) from error
        raise MachineError(
            f"Port {port} on {host} can't be opened: {os.strerror(error.errno or 0)}",
            remedy="Stop what listens there, or name another port with --port",
        ) from error


def _run(room: Datasette, listener: socket.socket) -> None:
    config = uvicorn.Config(room.app(), log_level="warning", lifespan="on")
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        return
