"""Warm processes: started at once, before all else is loaded, and asked over a socket."""

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from . import sandbox

FORKS = hasattr(os, "fork") and hasattr(socket, "send_fds")
PLAYER = Path(__file__).resolve().parent.parent / "player" / "__main__.py"
PATIENCE = 3.0  # real seconds that a process has for its end, once it must end
LONGEST_SILENCE = 30.0  # real seconds in which a warm process must answer


def player(*arguments: str) -> list[str]:
    """The command that starts a player."""
    return [sys.executable, "-P", "-s", "-S", str(PLAYER), *arguments]


def environment() -> dict[str, str]:
    """What a player needs and no more; equal hashes make equal traces."""
    kept = {
        name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ
    }
    return {**kept, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "1", "LC_ALL": "C.UTF-8"}


class GoneAway(Exception):
    """A warm process has ended, or does not answer."""


def start_warm(number: int = 1, *, sandboxed: bool = False, visible: Sequence[Path] = ()) -> "list[Warm]":
    """So many warm processes, in one sandbox if any. All but the first are its twins, and end when it does."""
    pairs = [socket.socketpair() for _ in range(number)]
    theirs = [their.fileno() for _, their in pairs]
    arguments = ("warm", ",".join(map(str, theirs)))
    if sandboxed:
        command = sandbox.command((*arguments, "sandboxed", str(sandbox.user())), visible)
    else:
        command = player(*arguments)
    process = subprocess.Popen(command, pass_fds=theirs, env=environment(), cwd="/", stdin=subprocess.DEVNULL)
    for _, their in pairs:
        their.close()
    return [Warm(our, None if twin else process) for twin, (our, _) in enumerate(pairs)]


class Warm:
    """One warm process. Messages: see `kata.player.warm`."""

    def __init__(self, control: socket.socket, process: "subprocess.Popen[bytes] | None") -> None:
        self._control, self._process = control, process
        control.settimeout(LONGEST_SILENCE)

    def close(self) -> None:
        """Ends it, its twins, and with a sandbox everything that lives there."""
        self._control.close()
        if self._process is None:
            return
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def ask(self, message: bytes, descriptors: Sequence[int] = ()) -> int:
        """Its answer. Raises GoneAway."""
        answer = bytearray()
        try:
            socket.send_fds(self._control, [message], descriptors)
            while not answer.endswith(b"\n"):
                piece = self._control.recv(64)
                if not piece:
                    raise GoneAway
                answer += piece
            return int(answer)
        except (OSError, ValueError):
            raise GoneAway from None
