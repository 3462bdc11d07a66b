"""Scenarios of line_server: clients that know nothing but bytes, and a server that asks no more than it must.

Who waits for whom is proved by what can only happen if nobody waits: a client's reply that comes while another one's is
being held back, the end of a stream that is seen. The times below are those after which somebody gives up.
"""

import asyncio
import contextlib
import functools
import os
import socket
import stat
import struct

WAIT = 6  # seconds that a client waits for what must come at once
HELD = 8  # seconds for which a reply is held back at most
A_MOMENT = 0.2  # long enough for a piece to arrive by itself, most of the time
STUCK = 50


class OutOfStock(Exception):
    pass


ERRORS = {kind.__name__: kind for kind in (KeyError, OutOfStock, ConnectionResetError, TimeoutError)}
SMALL = 1 << 16  # bytes in the buffers of a connection, where the scenario can set that
HARD_END = struct.pack("ii", 1, 0)


def sockets():
    """How many sockets this process has open."""
    count = 0
    for descriptor in range(512):
        with contextlib.suppress(OSError):
            count += stat.S_ISSOCK(os.fstat(descriptor).st_mode)
    return count


def not_for_ever(scenario):
    """A scenario that is given up when an answer waits for what never comes, and that looks at what is left."""

    @functools.wraps(scenario)
    async def given_up(exercise, record, **inputs):
        before = sockets()
        tasks_before = asyncio.all_tasks()
        task = record.background(scenario(exercise, record, **inputs), "scenario")
        await asyncio.wait({task}, timeout=STUCK)
        if not task.done():
            record.event("stuck")
            task.cancel()
            await asyncio.wait({task})
        if not task.cancelled():
            task.result()
        for _ in range(int(WAIT / 0.05)):
            tasks = asyncio.all_tasks() - tasks_before
            if not tasks and sockets() <= before:
                break
            await asyncio.sleep(0.05)
        record.event("left", sockets=sockets() - before, tasks=len(tasks))

    return given_up


class Client:
    """One connection to the answer's server."""

    def __init__(self, record, name, line):
        self.record = record
        self.name = name
        self._line = line
        self._unread = b""
        self._over = None

    @classmethod
    async def connect(cls, record, name, port):
        line = socket.socket()
        line.setblocking(False)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.get_running_loop().sock_connect(line, ("127.0.0.1", port))
        return cls(record, name, line)

    async def send(self, data):
        try:
            async with asyncio.timeout(WAIT):
                await asyncio.get_running_loop().sock_sendall(self._line, data)
        except (OSError, TimeoutError):
            pass  # what the server has sent before can still be read

    async def _more(self):
        """Reads on; false at the end of the stream."""
        try:
            piece = await asyncio.get_running_loop().sock_recv(self._line, 1 << 16)
        except OSError:
            piece = b""
        self._unread += piece
        return bool(piece)

    async def receive(self, count, wait=WAIT):
        """The next lines, as many as that; fewer when no more come. Notes them."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait):
                while self._unread.count(b"\n") < count and await self._more():
                    pass
        *lines, self._unread = self._unread.split(b"\n", count)
        lines = [line.decode("utf-8", "replace") for line in lines]
        for line in lines:
            self.record.event("reply", self.name, line=line[:80])
        return lines

    async def receive_all(self):
        """Everything up to the end of the stream, and whether that end has come."""
        ended = False
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(WAIT):
                while await self._more():
                    pass
                ended = True
        *_, rest = await self.receive(self._unread.count(b"\n")) or [None]
        self.record.event("end", self.name, ended=ended, rest=self._unread.decode("utf-8", "replace")[:80])
        return rest

    def no_more(self):
        """Nothing more will be sent."""
        with contextlib.suppress(OSError):
            self._line.shutdown(socket.SHUT_WR)

    def close(self):
        self._line.close()

    def vanish(self):
        """Like a machine that is switched off: what was on its way is lost, and the other side gets an error."""
        self._line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, HARD_END)
        self._line.close()


class Desk:
    """What the answer's server is given as `handle`.

    "fail: words" raises, "say: words" is answered by these words alone, "slow" takes a moment, and "hold" waits until
    anybody says "release".
    """

    def __init__(self, record):
        self.record = record
        self.held = asyncio.Event()
        self.released = asyncio.Event()
        self.handled = 0

    async def handle(self, line):
        self.handled += 1
        self.record.event("handled", line=line[:80], size=len(line))
        if line.startswith("fail: "):
            words = line.removeprefix("fail: ").replace("/", "\n")
            raise ERRORS.get(words, ValueError)(words)
        if line.startswith("say: "):
            return line.removeprefix("say: ")
        if line == "slow":
            await asyncio.sleep(A_MOMENT)
        if line == "hold":
            self.held.set()
            seen = None
            while not self.released.is_set() and seen != self.handled:  # as long as others are served
                seen = self.handled
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(HELD):
                        await self.released.wait()
            if not self.released.is_set():
                self.record.event("nobody released it")
        if line == "release":
            self.released.set()
        return f"<{line}>"


@contextlib.asynccontextmanager
async def serving(exercise, record, port=None):
    """The answer's server. Gives its port, or None if there is no server. `port`: the one that start is given."""
    desk = Desk(record)
    where = () if port is None else ("127.0.0.1", port)
    starting = record.background(record.call(exercise.start, desk.handle, *where), "start")
    await asyncio.wait({starting}, timeout=WAIT)
    if not starting.done():
        record.event("start goes on")
        starting.cancel()
        await asyncio.wait({starting})
        yield desk, None
        return
    server = starting.result()
    if not isinstance(server, asyncio.Server) or not server.sockets:
        record.event("no server", kind=type(server).__name__, listens=bool(getattr(server, "sockets", ())))
        yield desk, None
        return
    listens = server.sockets[0].getsockname()[1]
    if port is not None and listens != port:
        record.event("another port")
    try:
        yield desk, listens
    finally:
        server.close()


@not_for_ever
async def serve(exercise, record, pieces, replies, end="QUIT", name="client", given_port=False):
    """One client sends these pieces, a moment apart, and then the end: "QUIT", "nothing more" or "close"."""
    given = None
    if given_port:
        with socket.create_server(("127.0.0.1", 0)) as free:
            given = free.getsockname()[1]
    async with serving(exercise, record, given) as (_, port):
        if port is None:
            return
        client = await Client.connect(record, name, port)
        for number, piece in enumerate(pieces):
            if number:
                await asyncio.sleep(A_MOMENT)
            await client.send(piece.encode("latin-1"))
        if end == "QUIT":
            await client.receive(replies)
            await client.send(b"QUIT\nafter the end\n")
        elif end == "nothing more":
            client.no_more()
        await client.receive_all()
        client.close()


@not_for_ever
async def held_back(exercise, record, others):
    """The first client's request is held back until the last one has been served. All of them stay."""
    async with serving(exercise, record) as (desk, port):
        if port is None:
            return
        first = await Client.connect(record, "first", port)
        await first.send(b"hold\n")
        await desk.held.wait()
        clients = [first]
        for number in range(1, others + 1):
            other = await Client.connect(record, f"other {number}", port)
            clients.append(other)
            await other.send(b"release\n" if number == others else b"hello\n")
            if not await other.receive(1, wait=HELD + WAIT):
                desk.released.set()
                break
        await first.receive(1)
        for client in clients:
            client.close()


@not_for_ever
async def vanishing(exercise, record, sends, how):
    """A client vanishes after this; others come after it. `how`: it "closes" or "resets" the connection."""
    async with serving(exercise, record) as (desk, port):
        if port is None:
            return
        first = await Client.connect(record, "first", port)
        await first.send(sends.encode())
        if "hold\n" in sends:
            await desk.held.wait()
        else:
            await asyncio.sleep(A_MOMENT)
        first.vanish() if how == "resets" else first.close()
        await asyncio.sleep(A_MOMENT)
        other = await Client.connect(record, "other", port)
        await other.send(b"release\n")
        await other.receive(1)
        await other.send(b"QUIT\n")
        await other.receive_all()
        other.close()


@not_for_ever
async def too_long(exercise, record, sizes, letter="x"):
    """A line in pieces of so many letters, then another; and another client."""
    async with serving(exercise, record) as (_, port):
        if port is None:
            return
        client = await Client.connect(record, "client", port)
        for number, size in enumerate(sizes):
            await client.send(letter.encode() * size)
            if number == 0:
                await client.receive(1, wait=A_MOMENT * 5)
        await client.send(b"\nafter\n")
        client.no_more()
        await client.receive_all()
        client.close()
        other = await Client.connect(record, "other", port)
        await other.send(b"hello\n")
        await other.receive(1)
        other.close()


class Host:
    """A server for ask. `replies` gives the replies to the lines; `held` puts small buffers around."""

    def __init__(self, record, *, small=False, leaves_after=None, half=False, pieces=False, silent=False):
        self.record = record
        self.small = small
        self.leaves_after = leaves_after
        self.half = half
        self.pieces = pieces
        self.silent = silent
        self.asked = asyncio.Event()
        self.lines = 0
        self._serving = set()

    async def __aenter__(self):
        listening = socket.create_server(("127.0.0.1", 0))
        if self.small:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL)
        self._server = await asyncio.start_server(self._take, sock=listening)
        self.port = listening.getsockname()[1]
        return self

    async def __aexit__(self, *error):
        await asyncio.sleep(0.05)
        self._server.close()
        if self._serving:
            await asyncio.wait(self._serving, timeout=WAIT)

    def _take(self, reader, writer):
        self.record.event("connected")
        task = self.record.background(self._serve(reader, writer), "host")
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)

    async def _serve(self, reader, writer):
        count = 0
        try:
            while line := await reader.readline():
                if not line.endswith(b"\n"):
                    self.record.event("no end of line", line=line.decode()[:80])
                    break
                if line == b"QUIT\n" and not self.silent:
                    break
                self.record.event("asked", line=line.decode()[:-1][:80])
                self.asked.set()
                self.lines += 1
                if self.silent:
                    continue
                count += 1
                error = line.startswith(b"fail: ")
                said = line.removeprefix(b"say: ")
                await self._reply(
                    writer,
                    b"ERROR " + line if error else said if said != line else b"<" + line[:-1] + b">\n",
                )
                if count == self.leaves_after:
                    if self.half:
                        writer.write(b"<half of")
                    break
        except OSError:
            pass
        except TimeoutError:
            self.record.event("nobody reads")
            writer.transport.abort()
        finally:
            writer.close()
            with contextlib.suppress(OSError, TimeoutError):
                await asyncio.wait_for(writer.wait_closed(), WAIT)

    async def _reply(self, writer, line):
        if self.pieces:
            middle = len(line) // 2
            writer.write(line[:middle])
            await asyncio.sleep(A_MOMENT)
            line = line[middle:]
        writer.write(line)
        async with asyncio.timeout(HELD):
            await writer.drain()


@not_for_ever
async def asking(exercise, record, lines, size=None, **how):
    """ask. With `size`, each line is filled up to so many bytes, and only the sizes of the replies are noted."""
    wanted = [line.ljust(size, ".") if size else line for line in lines]

    async def ask(port):
        replies = await answer("127.0.0.1", port, wanted)
        return [f"{reply[:12]} {len(reply)}" for reply in replies] if size else replies

    answer = exercise.ask
    async with Host(record, small=bool(size), **how) as host:
        caller = record.background(record.call(ask, host.port), "caller")
        seen = None
        while not caller.done() and seen != host.lines:  # as long as lines come
            seen = host.lines
            await asyncio.wait({caller}, timeout=HELD + 1)
        if not caller.done():
            record.event("ask goes on")
            caller.cancel()
            await asyncio.wait({caller})


@not_for_ever
async def asking_in_vain(exercise, record, lines):
    """ask, which is cancelled when its first line has arrived and will never be answered."""
    async with Host(record, silent=True) as host:
        caller = record.background(record.call(exercise.ask, "127.0.0.1", host.port, lines), "caller")
        asked = record.background(host.asked.wait(), "asked")
        await asyncio.wait({caller, asked}, timeout=WAIT, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        record.event("cancelled")
        caller.cancel()
        await asyncio.wait({caller})


@not_for_ever
async def both(exercise, record, questions):
    """The answer's client asks the answer's server; each list is one call."""
    async with serving(exercise, record) as (desk, port):
        if port is None:
            return
        calls = {
            record.background(record.call(exercise.ask, "127.0.0.1", port, lines), "caller")
            for lines in questions
        }
        seen, waiting = None, calls
        while waiting and seen != desk.handled:  # as long as lines are handled
            seen = desk.handled
            _, waiting = await asyncio.wait(calls, timeout=HELD + 2)
        if waiting:
            record.event("stuck")
            for caller in waiting:
                caller.cancel()
            await asyncio.wait(waiting)
