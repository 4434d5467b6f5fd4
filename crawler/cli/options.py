"""Options that several verbs share."""

from __future__ import annotations

import os
from pathlib import Path

import click

from archive.errors import CallError

DEFAULT_DATA = Path("data")


def _remember(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.find_root().meta["data"] = value


data_option = click.option(
    "--data",
    metavar="DIR",
    type=click.Path(path_type=Path),
    expose_value=False,
    callback=_remember,
    help="The data directory: archive.db and warc/.  [default: $CAMPAIGN_ARCHIVE_DATA, else data]",
)
"""`--data DIR`, before or after the verb; see `data_directory`."""


def require_utf8(
    _ctx: click.Context, _parameter: click.Parameter, typed: str | tuple[str, ...]
) -> str | tuple[str, ...]:
    """Refuse what a terminal of another encoding sends, for an argument that is kept or searched for."""
    for word in (typed,) if isinstance(typed, str) else typed:
        try:
            word.encode()
        except UnicodeEncodeError as error:
            raise click.BadParameter(
                f"{word!r} is no text in UTF-8. Set the terminal to UTF-8, then type it again."
            ) from error
    return typed


class QueryCommand(click.Command):
    """A verb that takes a query, in which a word may begin with `-`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Tell what to write where a word such as -化工 was taken for an option."""
        typed = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if error.option_name.isascii():
                raise
            word = next(word for word in typed if word.startswith(error.option_name))
            raise click.UsageError(
                f"{word} stands where an option may stand. Put quotes around the whole query, a word that is "
                f"wanted first ('安全 {word}'), or write -- before it: {ctx.command_path} -- '{word}'",
                ctx,
            ) from None


json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, and nothing else, on standard output."
)


def data_directory() -> Path:
    """Return the data directory of this call: the option's, the environment's or `data`.

    Raises `CallError` where it is a file.
    """
    named = click.get_current_context().find_root().meta.get("data")
    directory: Path = named or Path(os.environ.get("CAMPAIGN_ARCHIVE_DATA") or DEFAULT_DATA)
    if os.path.isfile(directory):  # noqa: PTH113 — Path.is_file raises where the name is too long
        raise CallError(
            f"{directory} is a file, not a data directory",
            remedy="Name with --data the directory that holds archive.db",
        )
    return directory
