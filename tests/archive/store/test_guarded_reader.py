from __future__ import annotations

import os
import signal

from archive.store.capture_reading import Reading
from archive.store.guarded_reader import GuardedReader


def test_the_process_leaves_a_signal_to_the_group_to_whoever_started_it() -> None:
    reader = GuardedReader()
    try:
        assert reader.ask(Reading) == Reading()
        process = reader.pid
        assert process is not None
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            os.kill(process, number)
        assert reader.ask(Reading) == Reading()
        assert reader.pid == process
    finally:
        reader.close()
