"""Player processes as the judge sees them: started, given a request, read with limits, killed."""

import asyncio
import json
import os
import signal
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .warm import FORKS, PATIENCE, GoneAway, Warm, environment, player, start_warm

LARGEST_TRACE = 9 << 20
MOST_OUTPUT = 64 * 1024  # bytes of printing that are kept
FLOOD = 32 << 20  # bytes of printing after which the run is ended
FLOODED = f"it printed more than {FLOOD >> 20} MB"
TOO_LATE = "it did not end in time"


@dataclass(frozen=True)
class Played:
    """What came back from one run: the bytes of its trace, if any, what it printed, and how the process ended."""

    trace: bytes | None
    output: str
    output_cut: bool
    killed_for: str | None  # why it was killed before its trace was whole
    status: str


class Output:
    """The beginning of what a run prints."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self.total = 0

    def add(self, data: bytes) -> None:
        self.total += len(data)
        self._kept += data[: MOST_OUTPUT - len(self._kept)]

    @property
    def text(self) -> str:
        return self._kept.decode("utf-8", "replace")

    @property
    def cut(self) -> bool:
        return self.total > MOST_OUTPUT


class TraceReader:
    """Reads one trace: its length, a newline, that many bytes. More than that is not a trace."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._wanted: int | None = None
        self.malformed = False

    def add(self, data: bytes) -> None:
        self._data += data
        if self._wanted is None and not self.malformed:
            head, newline, _ = self._data[:12].partition(b"\n")
            if newline and head.isdigit() and int(head) <= LARGEST_TRACE:
                self._wanted = int(head)
                del self._data[: len(head) + 1]
            elif newline or len(self._data) >= 12:
                self.malformed = True

    @property
    def complete(self) -> bool:
        return self.malformed or (self._wanted is not None and len(self._data) >= self._wanted)

    @property
    def trace(self) -> bytes | None:
        """The trace's bytes; empty when what came is no trace; None when nothing whole came."""
        if self.malformed or (self._wanted is not None and len(self._data) > self._wanted):
            return b""
        return bytes(self._data) if self.complete else None


class ForkedPlayers:
    """Players forked from one warm process for each owner of answers, which is started at the first run.

    `warm`: the process of the first owner, if there is one already.
    `sandboxed`: the warm process, and with it every run, lives in a sandbox of its own, where it can read nothing
    but Python, the player, and what is in the folders `visible`.
    """

    def __init__(
        self, *, sandboxed: bool = False, visible: Sequence[Path] = (), warm: Warm | None = None
    ) -> None:
        self._sandboxed = sandboxed
        self._visible = visible
        self._owner = ""
        self._warm = warm

    def start(self) -> None:
        """Starts the warm process, if there is none, without waiting until it is ready."""
        if self._warm is None:
            (self._warm,) = start_warm(sandboxed=self._sandboxed, visible=self._visible)

    def close(self) -> None:
        """Ends the warm process."""
        if self._warm is not None:
            self._warm.close()
            self._warm = None

    async def play(self, request: dict[str, Any], owner: str = "") -> Played:
        """One run in a fresh process, which is dead when this returns."""
        if owner != self._owner:
            self.close()
            self._owner = owner
        # Somebody else may have ended the warm process; an answer that did will do so again.
        for _ in range(2):
            self.start()
            warm = self._warm
            assert warm is not None
            try:
                return await _play_in(warm, request)
            except GoneAway:
                if self._warm is warm:  # and not the next one, which another run has started meanwhile
                    self.close()
        return Played(None, "", False, None, "it brought down the process that it came from")


async def _play_in(warm: Warm, request: dict[str, Any]) -> Played:
    """One run in a process forked from a warm one, which is dead when this returns. Raises GoneAway."""
    with ExitStack() as stack:
        trace, trace_end = os.pipe()
        output, output_end = os.pipe()
        for descriptor in (trace, output):
            stack.callback(os.close, descriptor)
        with ExitStack() as theirs:
            for descriptor in (trace_end, output_end):
                theirs.callback(os.close, descriptor)
            wanted = theirs.enter_context(tempfile.TemporaryFile())
            wanted.write(json.dumps(request).encode())
            wanted.seek(0)
            pid = warm.ask(b"P", [wanted.fileno(), trace_end, output_end])
        reader, printed = TraceReader(), Output()
        try:
            killed_for = await _read_both(trace, reader, output, printed, request["deadline"] + PATIENCE)
        finally:
            status = warm.ask(b"E%d\n" % pid)
    return Played(reader.trace, printed.text, printed.cut, killed_for, _how_it_ended(status))


async def _read_both(
    trace: int, reader: TraceReader, output: int, printed: Output, patience: float
) -> str | None:
    """Reads until the trace is whole or its writer is gone (None), or until the run must be killed (the reason)."""
    loop = asyncio.get_running_loop()
    over: asyncio.Future[str | None] = loop.create_future()

    def end(reason: str | None) -> None:
        if not over.done():
            over.set_result(reason)

    def read_trace() -> None:
        data = os.read(trace, 1 << 20)
        reader.add(data)
        if not data or reader.complete:
            end(None)

    def read_output() -> None:
        try:
            data = os.read(output, 1 << 16)
        except BlockingIOError:
            return
        if not data:
            loop.remove_reader(output)
        printed.add(data)
        if printed.total > FLOOD:
            end(FLOODED)

    for descriptor in (trace, output):
        os.set_blocking(descriptor, False)
    loop.add_reader(trace, read_trace)
    loop.add_reader(output, read_output)
    timer = loop.call_later(patience, end, TOO_LATE)
    try:
        return await over
    finally:
        timer.cancel()
        loop.remove_reader(trace)
        loop.remove_reader(output)
        for _ in range(2 * MOST_OUTPUT // (1 << 16)):  # what is still in the pipe
            read_output()


def _how_it_ended(status: int) -> str:
    if os.WIFSIGNALED(status):
        return f"killed by {signal.Signals(os.WTERMSIG(status)).name}"
    return f"exit code {os.waitstatus_to_exitcode(status)}"


class SpawnedPlayers:
    """Players started one by one, where the platform cannot fork."""

    def start(self) -> None:
        pass

    def close(self) -> None:
        pass

    async def play(self, request: dict[str, Any], owner: str = "") -> Played:
        """One run in a fresh process, which is dead when this returns."""
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *player("once"), env=environment(), stdin=pipe, stdout=pipe, stderr=pipe
        )
        reader, printed = TraceReader(), Output()
        stdin, stdout, stderr = process.stdin, process.stdout, process.stderr
        assert stdin is not None and stdout is not None and stderr is not None

        async def read_trace() -> None:
            while not reader.complete and (data := await stdout.read(1 << 16)):
                reader.add(data)

        async def read_output() -> None:
            while printed.total <= FLOOD and (data := await stderr.read(1 << 16)):
                printed.add(data)

        listening = asyncio.create_task(read_output())
        killed_for = None
        try:
            stdin.write(json.dumps(request).encode())
            stdin.write_eof()
            async with asyncio.timeout(request["deadline"] + PATIENCE):
                await read_trace()
        except TimeoutError:
            killed_for = TOO_LATE
        finally:
            if reader.trace is None and killed_for is None:  # it has closed its pipe, and is ending by itself
                with suppress(TimeoutError):
                    async with asyncio.timeout(PATIENCE):
                        await process.wait()
            if process.returncode is None:
                process.kill()
            await process.wait()
            await listening
        return Played(reader.trace, printed.text, printed.cut, killed_for, f"exit code {process.returncode}")


Players = ForkedPlayers | SpawnedPlayers


def players(*, sandboxed: bool = False, visible: Sequence[Path] = ()) -> Players:
    """The fastest kind of player that this platform has; for a sandbox, the only one that can be put into it."""
    return ForkedPlayers(sandboxed=sandboxed, visible=visible) if FORKS or sandboxed else SpawnedPlayers()
