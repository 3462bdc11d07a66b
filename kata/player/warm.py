"""The warm player: a process that has loaded everything a run needs, and forks one fresh process for each run.

It talks to the judge over a Unix socket. A message is one byte; answers are one line.

    b"P" with three descriptors   play: request to read, trace to write, output to write  ->  the process's id
    b"E" + process id + newline   end: kill that process's group, say how it ended        ->  its wait status

A process id stays taken until its end has been asked for, so the judge never names a stranger's process. When the judge
is gone, what still plays is ended.
"""

import asyncio
import contextlib
import gc
import json
import os
import signal
import socket
import warnings
from collections.abc import Sequence
from types import CodeType
from typing import Any

from .encode import Encoder
from .evidence import Evidence
from .limits import limit_processes, limit_resources
from .loop import Loops
from .play import compile_part, play
from .record import Record
from .stage import Stage
from .where import Answer

# Loaded once here, so that no run pays for them. Answers and scenarios use these most.
PRELOADED = """
    asyncio concurrent.futures.thread contextlib collections.abc dataclasses enum functools
    heapq inspect itertools linecache logging math queue random re socket subprocess threading time types
    typing weakref
"""


def serve(controls: Sequence[socket.socket], *, sandboxed: bool = False) -> None:
    """Serves the judge until it closes the first socket. `sandboxed`: in a process namespace of its own.

    Each of the other sockets is served by a twin of this process, which ends with it.
    """
    if sandboxed:
        limit_processes()
    gc.disable()
    for name in PRELOADED.split():
        __import__(name)
    _rehearse()
    stage = Stage(virtual=True).set()
    _settle()
    gc.enable()
    control, *others = controls
    twins = []
    for other in others:
        if twin := os.fork():
            twins.append(twin)
        else:
            control, twins = other, []
            break
    for socket_of_another in controls:
        if socket_of_another is not control:
            socket_of_another.close()
    _serve_one(control, stage, sandboxed)
    for twin in twins:
        _end(twin)


def _serve_one(control: socket.socket, stage: Stage, sandboxed: bool) -> None:
    playing: set[int] = set()
    try:
        while True:
            message, descriptors, _, _ = socket.recv_fds(control, 64, 3)
            if not message:
                break
            if message[:1] == b"P":
                pid = _fork(control, stage, *descriptors)
                playing.add(pid)
                control.sendall(b"%d\n" % pid)
            elif message[:1] == b"E":
                playing.discard(pid := int(message[1:]))
                control.sendall(b"%d\n" % _end(pid, everybody=sandboxed and not playing))
    except ConnectionError:
        pass  # the judge did not wait for the answer
    for pid in playing:
        _end(pid)


def _rehearse() -> None:
    """Plays a little of everything once: what the interpreter prepares at first use, no run has to prepare again."""
    source = "import asyncio\nasync def nap(seconds):\n    await asyncio.sleep(seconds)\n    return seconds\n"
    module: dict[str, Any] = {}
    exec(compile(source, "rehearsal.py", "exec"), module)
    answer = Answer("rehearsal.py", source)
    stage = Stage(virtual=True).set()
    loops = Loops(stage.timeline, stage.ties)
    stage.new_loop = loops.new
    record = Record(stage.timeline, answer, Encoder(lambda error: None))

    async def scenario() -> None:
        with record.span("somebody"):
            await record.call(module["nap"], 1)
        group = asyncio.TaskGroup()
        async with group:
            for name in ("a", "b"):  # named: asyncio's own numbers shall begin at 1 in every run
                group.create_task(module["nap"](1), name=name)

    with Evidence(answer).listening():
        loop = loops.new()
        loop.run_until_complete(loop.create_task(scenario(), name="rehearsal"))
        loop.close()
    stage.strike()
    json.dumps(record.calls + record.spans)


def _fork(control: socket.socket, stage: Stage, request: int, trace: int, output: int) -> int:
    with open(request, "rb") as file:
        wanted = json.load(file)
    for part in ("answer", "scenario"):
        _add_code(part, wanted[part])
    _settle()
    pid = os.fork()
    if pid:
        os.close(trace)
        os.close(output)
        return pid
    try:
        control.close()
        _become_player(output)
        play(wanted, trace, stage)
    finally:
        os._exit(70)


def _settle() -> None:
    """Brings the garbage collector to one and the same state, so that it collects at the same points of every run.

    It counts what is made, but not what is taken from a list of spare objects; a full collection empties these. What is
    frozen is not looked at again, neither here nor in a run, which would have to copy it.
    """
    gc.collect()
    gc.freeze()


_compiled: dict[str, tuple[str, str, CodeType | None]] = {}


def _add_code(part: str, wanted: dict[str, Any]) -> None:
    """Compiles the answer, or the module of the scenario, once for all the runs in turn that need it."""
    file, source = wanted["file"], wanted["source"]
    if _compiled.get(part, ())[:2] != (file, source):
        code = None
        with contextlib.suppress(Exception), warnings.catch_warnings(action="ignore"):  # errors: see the run
            code = compile_part(wanted)
        _compiled[part] = file, source, code
    wanted["code"] = _compiled[part][2]


def _become_player(output: int) -> None:
    os.setsid()
    signal.set_wakeup_fd(-1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.close(nothing)
    os.close(output)
    limit_resources()


def _end(pid: int, *, everybody: bool = False) -> int:
    """Kills a run and its process group, and what got away from it if `everybody` here is of the run; how it ended."""
    with contextlib.suppress(ProcessLookupError, PermissionError):  # the latter on macOS for a dead group
        os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)  # it may not have become the leader of its group yet
    status = os.waitpid(pid, 0)[1]
    if everybody:
        with contextlib.suppress(ProcessLookupError):
            while True:  # whoever was born meanwhile is met in the next round
                os.kill(-1, signal.SIGKILL)
                os.sched_yield()
    return status
