"""Scenarios of subprocess_run: programs that do as they are told, and a look at the processes that are left.

A program is a Python script, and ends by itself when it has lived for too long: so nobody waits for ever, not even an
answer that a full pipe holds up. Some call the scenario by a socket, which proves that they run, that the event loop is
free, and that others run at the same time, without measuring how long anything takes.
"""

import asyncio
import contextlib
import functools
import os
import sys
import zlib

LIFE = 12  # seconds after which a program ends by itself (signal 14)
UNHEARD = 9  # seconds after which a program gives up hope that the event loop answers it
ALONE = 7  # seconds after which a program is told that nobody else has come
STUCK = 15  # seconds after which an answer is stuck, although its program must have ended
DYING = 2  # seconds in which a program that was killed comes to its end
LONG = 60

PRELUDE = """
import os, signal, socket, sys
signal.alarm({life})

def write(to, data):
    while data:
        data = data[os.write(to, data):]

def hello(port):
    with socket.create_connection(("127.0.0.1", port), {unheard}) as line:
        try:
            return line.recv(100)
        except TimeoutError:
            return b"nobody answered"
"""

PROGRAMS = {
    # Reads its input to the end, and says what came.
    "shout": """
data = b""
while piece := os.read(0, 65536):
    data += piece
write(1, data.upper())
write(2, b"%d bytes" % len(data))
sys.exit({code})
""",
    # Writes much, in the order that is asked for: "out", "err", "both".
    "flood": """
block = bytes(range(256)) * 64
for to in {floods}:
    for _ in range({blocks}):
        if to in ("out", "both"):
            write(1, block)
        if to in ("err", "both"):
            write(2, block[::-1])
""",
    # Copies its input to its output while it reads.
    "copy": """
while piece := os.read(0, 4096):
    write(1, piece)
""",
    "deaf": """
os.close(0)
write(1, b"not interested")
""",
    # Says something, closes what it writes to, and is still at work for a while.
    "lingers": """
import time
write(1, b"that is all")
os.close(1)
os.close(2)
time.sleep({seconds})
sys.exit({code})
""",
    "arguments": """
write(1, repr(sys.argv[1:]).encode())
""",
    "signalled": """
write(1, b"goodbye")
os.kill(os.getpid(), signal.{signal})
""",
    # Says hello, and what it was answered.
    "caller": """
write(1, hello(int(sys.argv[1])))
""",
    # Says hello and stays, silent, until it is ended.
    "guest": """
if {stubborn}:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
hello(int(sys.argv[1]))
while True:
    signal.pause()
""",
}


def not_for_ever(scenario):
    """A scenario that is given up when an answer waits although its programs are gone."""

    @functools.wraps(scenario)
    async def given_up(exercise, record, **inputs):
        task = record.background(scenario(exercise, record, **inputs), "scenario")
        await asyncio.wait({task}, timeout=STUCK * inputs.get("count", 1))
        if not task.done():
            record.event("stuck")
            task.cancel()
            await asyncio.wait({task})
        if not task.cancelled():
            task.result()

    return given_up


def program(name, *arguments, **how):
    """The argv of a program."""
    source = (PRELUDE + PROGRAMS[name]).format(life=LIFE, unheard=UNHEARD, **how)
    return [sys.executable, "-I", "-S", "-c", source, *arguments]


def children():
    """What there is of this process's children: "none", "alive", or a "zombie": one that nobody has waited for."""
    try:
        if hasattr(os, "waitid"):
            ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        else:
            ended = os.waitpid(-1, os.WNOHANG)[0] or None
    except ChildProcessError:
        return "none"
    return "alive" if ended is None else "zombie"


def quick_to_reap():
    """No thread may wait for children: it could be faster than the look at what is left (before Python 3.12)."""
    if sys.version_info < (3, 12) and hasattr(os, "pidfd_open"):
        try:
            os.close(os.pidfd_open(os.getpid()))
        except OSError:
            return
        watcher = asyncio.PidfdChildWatcher()
        watcher.attach_loop(asyncio.get_running_loop())
        asyncio.set_child_watcher(watcher)


def shown(data):
    """What a test needs to know of what a program wrote."""
    if type(data) is not bytes:
        return {"kind": type(data).__name__}
    return {
        "kind": "bytes",
        "size": len(data),
        "sum": zlib.crc32(data),
        "begins": data[:40].decode("latin-1"),
    }


async def call(exercise, record, argv, name, seconds=LONG, **how):
    """One call of run, and what is left of its program at the instant at which it ends."""

    answer = exercise.run

    async def run(name):
        with record.span(name):
            return await answer(argv, seconds=seconds, **how)

    result = await record.call(run, name)
    left = children()
    record.event("left", children=left)
    if left == "alive":  # whether somebody has killed it shows a moment later
        for _ in range(DYING * 20):
            await asyncio.sleep(0.05)
            if children() != "alive":
                break
        record.event("later", children=children())
    if type(result) is tuple and len(result) == 3:
        code, out, err = result
        record.event("ended", name, code=code, out=shown(out), err=shown(err))
    return result


@contextlib.contextmanager
def input_of_ours():
    """This process has a standard input of its own meanwhile, which is not meant for any program."""
    kept = os.dup(0)
    reading, writing = os.pipe()
    os.write(writing, b"not for the program")
    os.close(writing)
    os.dup2(reading, 0)
    os.close(reading)
    try:
        yield
    finally:
        os.dup2(kept, 0)
        os.close(kept)


@not_for_ever
async def plain(exercise, record, name, stdin=None, repeat=1, **how):
    """One program. `stdin` goes in so many times."""
    quick_to_reap()
    given = {} if stdin is None else {"stdin": stdin.encode("latin-1") * repeat}
    with input_of_ours():
        await call(exercise, record, program(name, **how), name, **given)


@not_for_ever
async def arguments(exercise, record, words, as_tuple=False):
    quick_to_reap()
    argv = program("arguments", *words)
    await call(exercise, record, tuple(argv) if as_tuple else argv, "arguments")


async def missing(exercise, record, name):
    quick_to_reap()
    await call(exercise, record, [name, "argument"], "missing")


class Desk:
    """Where programs call. It answers when `expected` have called; `answers` False: never."""

    def __init__(self, record, expected=1, answers=True):
        self.record = record
        self.expected = expected
        self.answers = answers
        self.called = asyncio.Event()
        self._lines = []

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._take, "127.0.0.1", 0)
        self.port = str(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(self, *error):
        await asyncio.sleep(0.05)  # whoever has called without being heard is let in first
        self._server.close()
        for line in self._lines:
            line.close()
        for line in self._lines:
            with contextlib.suppress(OSError):
                await line.wait_closed()

    def _take(self, reader, writer):
        self.record.event("called")
        self._lines.append(writer)
        self.called.set()
        if self.answers and len(self._lines) == self.expected:
            self._answer(b"you are all here")
        elif self.answers:
            asyncio.get_running_loop().call_later(ALONE, self._answer, b"nobody else came")

    def _answer(self, words):
        for line in self._lines:
            if not line.is_closing():
                line.write(words)
                line.close()


@not_for_ever
async def together(exercise, record, count):
    """So many programs; each waits until all of them run."""
    quick_to_reap()
    async with Desk(record, count) as desk:
        names = [f"program {number}" for number in range(1, count + 1)]
        argv = program("caller", desk.port)
        await asyncio.gather(*(call(exercise, record, argv, name) for name in names))


@not_for_ever
async def limited(exercise, record, seconds, stubborn=False, unread=0):
    """A program that goes on for longer than it may, and has so many bytes of input that it does not read."""
    quick_to_reap()
    async with Desk(record, answers=False) as desk:
        argv = program("guest", desk.port, stubborn=stubborn)
        await call(exercise, record, argv, "guest", seconds=seconds, stdin=b"." * unread)


@not_for_ever
async def broken_off(exercise, record, stubborn=False, unread=0):
    """The caller is cancelled while the program runs, which has so many bytes of input that it does not read."""
    quick_to_reap()
    async with Desk(record, answers=False) as desk:
        argv = program("guest", desk.port, stubborn=stubborn)
        caller = record.background(call(exercise, record, argv, "guest", stdin=b"." * unread), "caller")
        called = record.background(desk.called.wait(), "desk")
        await asyncio.wait({caller, called}, return_when=asyncio.FIRST_COMPLETED)
        record.event("cancelled")
        caller.cancel()
        await asyncio.wait({caller})
        called.cancel()
