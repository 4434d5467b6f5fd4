"""`python -m crawler.samples [--port 8100]`: serve the sample sites until stopped."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys

from archive.errors import ArchiveError
from crawler.samples.server import DEFAULT_PORT, SampleServer, origin
from crawler.samples.sites import SITES


def main() -> int:
    """Serve until interrupted; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m crawler.samples", description="Serve the sample sites.")
    parser.add_argument("--port", type=int, default=os.environ.get("CAMPAIGN_SAMPLES_PORT", DEFAULT_PORT))
    try:
        server = SampleServer(parser.parse_args().port)
    except ArchiveError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    for site in SITES:
        print(f"{origin(site.name, server.port)}/  {site.title}")
    with contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
