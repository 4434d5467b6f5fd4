"""`python -m crawler.samples [--port 8100]`: serve the sample sites until stopped."""

from __future__ import annotations

import argparse
import contextlib
import sys

from archive.errors import ArchiveError
from crawler.localhost import samples_port
from crawler.samples import scripted
from crawler.samples.server import SampleServer
from crawler.samples.sites import SITES


def main() -> int:
    """Serve until interrupted; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m crawler.samples", description="Serve the sample sites.")
    parser.add_argument("--port", type=int)
    try:
        server = SampleServer(parser.parse_args().port or samples_port())
    except ArchiveError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    for site in SITES:
        print(f"{server.origin(site.name)}/  {site.title}")
    print(f"{server.origin(scripted.NAME)}{scripted.LIST}  (empty without a browser)")
    with contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
