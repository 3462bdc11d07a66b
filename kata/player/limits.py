"""Limits of one run, set by the player's process on itself. The judge's own deadline is the last word."""

import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

CPU_SECONDS = 6  # several times what the 100,000 turns of a spin cost on a busy machine
MEMORY = 1 << 30
FILE_SIZE = 64 << 20
OPEN_FILES = 512
PROCESSES = 512  # and threads, of everybody in a sandbox together; runs of one answer may overlap


def limit_resources() -> None:
    """Bounds CPU time, memory and files of this process, where the platform can."""
    if resource is None:
        return
    wanted = {
        "RLIMIT_CPU": (CPU_SECONDS + 2, CPU_SECONDS + 3),
        "RLIMIT_FSIZE": (FILE_SIZE, FILE_SIZE),
        "RLIMIT_NOFILE": (OPEN_FILES, OPEN_FILES),
        "RLIMIT_CORE": (0, 0),
    }
    if sys.platform == "linux":
        wanted["RLIMIT_AS"] = (MEMORY, MEMORY)
    for name, limits in wanted.items():
        kind = getattr(resource, name)
        allowed = resource.getrlimit(kind)[1]
        if allowed == resource.RLIM_INFINITY:
            allowed = max(limits)
        resource.setrlimit(kind, (min(limits[0], allowed), min(limits[1], allowed)))


def limit_processes() -> None:
    """Bounds the number of processes and threads. The kernel counts all of a user's: only for a sandbox of its own."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_NPROC, (PROCESSES, PROCESSES))


def when_out_of_time(real_seconds: float, give_up: Callable[[FrameType | None, str], Any]) -> None:
    """Calls `give_up` with the frame that was running after that many real seconds, or after CPU_SECONDS of computing.

    Signals interrupt the main thread between two bytecodes, so an endless loop can say where it was.
    """
    if not hasattr(signal, "setitimer"):
        return
    reasons = {
        signal.SIGALRM: f"no end within {real_seconds:g} real seconds",
        signal.SIGPROF: f"{CPU_SECONDS} seconds of computing without an end",
    }

    def ring(number: int, frame: FrameType | None) -> None:
        give_up(frame, reasons[signal.Signals(number)])

    signal.signal(signal.SIGALRM, ring)
    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_REAL, real_seconds)
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)


def no_more_limits_on_time() -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
