"""Processes that run tests and report as they go; one that stands still is ended, and another does what is left."""

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from .reports import Outcome, Report, read

PATIENCE = 30.0  # real seconds that a process may take for one test
TAIL = 400  # characters of what a dead process said


def run_reporting(
    command: Sequence[str],
    report: Path,
    folder: Path,
    environment: Mapping[str, str],
    patience: float = PATIENCE,
    fine: Sequence[int] = (0,),
) -> tuple[Report, str, str]:
    """What a process reports, the end of what it printed, and why it did not end by itself: "hang", "crash" or "".

    `fine`: the exit codes with which it ends by itself.
    """
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        size, since, trouble = -1, time.monotonic(), ""
        while process.poll() is None:
            now = report.stat().st_size if report.exists() else 0
            if now != size:
                size, since = now, time.monotonic()
            if time.monotonic() - since > patience:
                trouble = "hang"
                break
            time.sleep(0.1)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
        printed.seek(0)
        words = printed.read().decode(errors="replace").strip()[-TAIL:]
    if not trouble and code not in fine:
        trouble = "crash"
    return read(report), words, trouble


def last_line(words: str) -> str:
    return words.rpartition("\n")[2]


def whole(report: Report, words: str, trouble: str, name: str) -> dict[str, Outcome]:
    """The outcomes, with one more for what the process broke off at."""
    outcomes = dict(report.outcomes)
    if trouble:
        outcomes[report.unfinished or name] = Outcome(trouble, why=last_line(words))
    return outcomes
