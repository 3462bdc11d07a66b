"""Scenarios of offload_process: calls that report to a desk on the event loop, and end when the desk lets them go.

Nothing depends on how long anything takes. The desk can only serve while the event loop goes on; it keeps the calls
until as many are there as should be, and then a little longer, so that whoever else comes is seen too.

The function that is called stands in a module of its own, in a file: processes that are not forked must import it.
"""

import asyncio
import importlib
import json
import linecache
import multiprocessing
import os
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, suppress
from pathlib import Path

BEAT = 0.01  # seconds between two beats of the desk
# With forty beats as slow as the slowest so far: in that time a loop that is free does beat.
PATIENT_SECONDS = 4.0
PATIENT_BEATS = 300  # without anybody new: and ten times as long as the first call took to come
STUCK_BEATS = 1500  # without a call at the desk, after which parallel_map waits for nothing any more
MOMENT = 0.2

WORK = """
import json, os, socket, time

HOME, PORT, GO = {home}, {port}, {go!r}
SILENCE = {silence}  # seconds without a word from the desk, after which its event loop must be standing still
at_home = None


def call(item):
    if os.getpid() == HOME:
        return at_home(item)
    if os.path.exists(GO):
        return None
    with socket.create_connection(("127.0.0.1", PORT)) as desk:
        desk.settimeout(0.1)
        desk.sendall(json.dumps({{"item": item, "pid": os.getpid()}}).encode() + b"\\n")
        heard, last = b"", time.monotonic()
        while not heard.endswith(b"\\n"):
            try:
                word = desk.recv(65536)
            except TimeoutError:
                if time.monotonic() - last > SILENCE:
                    desk.sendall(b"null\\n")
                    open(GO, "w").close()
                if os.path.exists(GO):
                    return None
                continue
            if not word:
                return None
            heard, last = heard + word.strip(b"."), time.monotonic()
    answer = json.loads(heard)
    if "error" in answer:
        raise ValueError(answer["error"])
    value = answer["value"]
    return ValueError("no error") if value == "ValueError: no error" else value
"""


class Caller(asyncio.Protocol):
    """One call, as the desk sees it."""

    def __init__(self, desk):
        self.desk = desk
        self.place = None
        self.heard = b""
        self.work = ExitStack()

    def connection_made(self, transport):
        self.transport = transport
        self.desk.callers.append(self)

    def data_received(self, data):
        self.heard += data
        while b"\n" in self.heard:
            line, _, self.heard = self.heard.partition(b"\n")
            word = json.loads(line)
            if word is None:
                self.desk.record.event("no word from the event loop")
            else:
                self.desk.arrives(self, word["item"], word["pid"])

    def answer(self, word):
        self.transport.write(json.dumps(word).encode() + b"\n")
        self.leave()

    def connection_lost(self, error):
        self.leave()

    def leave(self):
        self.work.close()
        if self in self.desk.there:
            self.desk.there.remove(self)


class Desk:
    """`together`: how many calls it waits for. Then it lets them go one by one, the latest items first."""

    def __init__(self, record, items, together, hold, fails, values):
        self.record, self.items = record, items
        self.together, self.hold, self.fails, self.values = together, hold, fails, values
        self.free = list(range(len(items)))
        self.callers, self.there, self.pids = [], [], set()
        self.beats = self.since = 0  # since: the beat of the latest arrival
        self.idle = 0
        self.first = None
        self.most = 0
        self.met = None  # not yet known whether all came together
        self.missing = False  # a place stayed empty later on, although there were items for it
        self.go = None

    def take(self, item):
        place = next((at for at in self.free if self.items[at] == item), None)
        if place is not None:
            self.free.remove(place)
        return place

    def arrives(self, caller, item, pid):
        caller.place = self.take(item)
        caller.work.enter_context(self.record.span(f"item {item}", place=caller.place, home=False))
        self.pids.add(pid)
        self.there.append(caller)
        self.most = max(self.most, len(self.there))
        self.since = self.beats
        self.first = self.beats if self.first is None else self.first

    async def serve(self):
        while True:
            await asyncio.sleep(BEAT)
            self.beats += 1
            for caller in self.there:
                caller.transport.write(b".")
            if self.there:
                self.idle = 0
                self.decide()
            else:
                self.idle += 1

    def decide(self):
        quiet = self.beats - self.since
        full = len(self.there) >= min(self.together, len(self.there) + len(self.free))
        if not full and self.met is not False and not self.missing:
            if quiet <= PATIENT_BEATS + 10 * self.first:
                return
            if self.met is None:
                self.met = False
            else:
                self.missing = True
        elif self.met is None:
            self.met = True
        if quiet < self.hold and self.met:
            return
        if self.fails is not None:
            for caller in self.there:
                if caller.place == self.fails:
                    caller.answer({"error": f"item {self.items[self.fails]} is spoilt"})
                    Path(self.go).touch()
                    return
        caller = max(self.there, key=lambda caller: caller.place or 0)
        self.hold = min(self.hold, 3)
        self.since = self.beats
        caller.answer({"value": self.value(caller.place)})

    def value(self, place):
        if place is None:
            return None
        return f"did {self.items[place]}" if self.values is None else self.values[place]


async def pool(
    exercise, record, items, workers, together=None, hold=20, fails=None, values=None, cancel=None, times=1
):
    """Calls parallel_map.

    `fails`: the place of an item whose call raises, when as many as should be are under way; the others end by
    themselves then. `cancel`: parallel_map is cancelled "early", before its first step, or when they are "under way".
    """
    home = os.getpid()
    loop_thread = threading.get_ident()
    together = min(workers, len(items)) if together is None else together
    silence = PATIENT_SECONDS + 40 * await slowest_of(10)
    with tempfile.TemporaryDirectory(prefix="kata-") as folder:
        for round_ in range(times):
            desk = Desk(record, items, together, hold, fails, values)
            desk.go = str(Path(folder, "go"))
            loop = asyncio.get_running_loop()
            server = await loop.create_server(lambda desk=desk: Caller(desk), "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            work = module(
                exercise, folder, f"work{round_}", home=home, port=port, go=desk.go, silence=silence
            )

            def at_home(item, desk=desk):
                place = desk.take(item)
                on_loop = threading.get_ident() == loop_thread
                with record.span(f"item {item}", place=place, home=True, on_loop=on_loop):
                    time.sleep(MOMENT)
                if fails is not None and place == fails:
                    raise ValueError(f"item {item} is spoilt")
                return desk.value(place)

            work.at_home = at_home
            serving = record.background(desk.serve(), "desk")

            async def call(desk=desk, work=work):
                cancel_at = [None] if cancel == "early" else []
                await record.call(exercise.parallel_map, work.call, items, workers, cancel_at=cancel_at)
                record.event("children", alive=len(alive(desk.pids)))

            task = record.background(call(), "parallel_map")
            if cancel == "under way":
                while not task.done() and len(desk.there) < together and desk.met is None:
                    await asyncio.sleep(BEAT)
                Path(desk.go).touch()
                record.last["cancels"].append(record.now)
                task.cancel()
            while not task.done() and desk.idle < STUCK_BEATS:
                await asyncio.sleep(BEAT)
            if not task.done():
                record.event("stuck")
                task.cancel()
                await asyncio.wait({task}, timeout=1)
            if not task.done():
                break
            if task.cancelled() or task.exception():
                await task
            await asyncio.sleep(5 * BEAT)  # for the words that came while nobody listened
            record.event(
                "at the desk", most=desk.most, met=desk.met, missing=desk.missing, processes=len(desk.pids)
            )
            serving.cancel()
            server.close()
            for caller in desk.callers:
                caller.transport.abort()
            await asyncio.sleep(BEAT)


async def slowest_of(beats):
    slowest = 0.0
    for _ in range(beats):
        began = time.monotonic()
        await asyncio.sleep(BEAT)
        slowest = max(slowest, time.monotonic() - began)
    return slowest


def module(exercise, folder, name, **values):
    """A module with the function to be called, where a new process finds it, and the answer's own one beside it."""
    Path(folder, f"{name}.py").write_text(WORK.format(**values))
    source = "".join(linecache.getlines(exercise.__file__))
    Path(folder, f"{exercise.__name__}.py").write_text(source)
    if folder not in sys.path:
        sys.path.insert(0, folder)
    importlib.invalidate_caches()
    return importlib.import_module(name)


def alive(pids):
    """The child processes that have not ended: those that multiprocessing knows of, and those that were at the desk."""
    left = {child.pid for child in multiprocessing.active_children()}
    for pid in pids - left if hasattr(os, "WNOHANG") else ():
        with suppress(ChildProcessError):
            if os.waitpid(pid, os.WNOHANG) == (0, 0):
                left.add(pid)
    return left
