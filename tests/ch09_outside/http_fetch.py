"""Scenarios of http_fetch: a server on loopback that does to each path what it is told, and counts who is there.

How many connections are open is read off this process's own sockets. Whether paths are fetched at the same time is
proved by a server that answers nobody before so many have asked. The times are those after which somebody gives up.
"""

import asyncio
import contextlib
import functools
import os
import socket
import stat
import struct
import zlib

WAIT = 6  # seconds that the server waits for what must come at once
PATIENCE = 9  # seconds after which a silent or slow server closes the connection
A_MOMENT = 0.2
STUCK = 50
HARD_END = struct.pack("ii", 1, 0)


def connections_to(port):
    """How many sockets of this process are connected to that port."""
    count = 0
    for descriptor in range(512):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                with socket.socket(fileno=os.dup(descriptor)) as line:
                    address = line.getpeername()
                    count += type(address) is tuple and address[1] == port
    return count


def not_for_ever(scenario):
    """A scenario that is given up when an answer waits for what never comes."""

    @functools.wraps(scenario)
    async def given_up(exercise, record, **inputs):
        task = record.background(scenario(exercise, record, **inputs), "scenario")
        await asyncio.wait({task}, timeout=STUCK)
        if not task.done():
            record.event("stuck")
            task.cancel()
            await asyncio.wait({task})
        if not task.cancelled():
            task.result()

    return given_up


class Site:
    """The server. `pages` says for each path what becomes of it, see `_answer`."""

    def __init__(self, record, pages):
        self.record = record
        self.pages = pages
        self.waiting = []  # the requests that nobody has let go on yet, an event for each
        self.asked = 0
        self.news = asyncio.Condition()
        self.held = False
        self._tasks = set()

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._take, "127.0.0.1", 0, backlog=500)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *error):
        await asyncio.sleep(0.05)
        self._server.close()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=PATIENCE + WAIT)

    def _take(self, reader, writer):
        self.record.event("connected", open=connections_to(self.port))
        task = self.record.background(self._serve(reader, writer), "site")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader, writer):
        try:
            path = await self._request(reader)
            if path is not None:
                with self.record.span(path):
                    await self._let_go()
                    await self._answer(reader, writer, **self.pages.get(path, {"status": "404 Not Found"}))
        except OSError:
            pass
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _request(self, reader):
        """The path that is asked for, when the whole request has come."""
        head = bytearray()
        try:
            async with asyncio.timeout(WAIT):
                while not head.endswith(b"\r\n\r\n") and (piece := await reader.read(1)):
                    head += piece
        except TimeoutError:
            pass
        lines = head.decode("latin-1").split("\r\n")
        whole = head.endswith(b"\r\n\r\n")
        self.record.event("request", whole=whole, lines=lines[:-2] if whole else lines)
        words = lines[0].split(" ")
        return words[1] if whole and len(words) == 3 else None

    async def _let_go(self):
        """Waits until the scenario lets this request go on, if it wants to."""
        go_on = asyncio.Event()
        async with self.news:
            self.asked += 1
            self.waiting.append(go_on)
            self.news.notify_all()
        if self.held:
            await go_on.wait()

    def release(self, count=None):
        """Lets the oldest of the waiting requests go on; None: all of them, and all that will come."""
        if count is None:
            self.held = False
        for go_on in self.waiting[:count]:
            go_on.set()
        del self.waiting[:count]

    async def until(self, asked):
        """Waits until so many have asked, and tells whether they have."""
        try:
            async with asyncio.timeout(WAIT), self.news:
                await self.news.wait_for(lambda: self.asked >= asked)
        except TimeoutError:
            return False
        return True

    async def _answer(
        self,
        reader,
        writer,
        *,
        body="",  # what the page says
        repeat=1,  # so many times
        status="200 OK",
        headers=(),
        length="Content-Length",  # the name of that header; None: without it
        missing=0,  # so many bytes of the body do not come
        extra="",  # what comes after the body
        pieces=None,  # the sizes of the first pieces in which it comes
        raw=None,  # all of this, instead of an answer
        ending="close",  # then the server may close, "reset", "stay", or "drip": go on with one byte now and then
        silent=False,  # nothing at all
    ):
        if not silent:
            content = (body * repeat).encode()
            lines = [f"HTTP/1.1 {status}", *headers]
            if length is not None:
                lines.append(f"{length}: {len(content)}")
            content = content[: len(content) - missing] + extra.encode()
            data = (
                ("\r\n".join(lines) + "\r\n\r\n").encode() + content if raw is None else raw.encode("latin-1")
            )
            for size in pieces or ():
                writer.write(data[:size])
                data = data[size:]
                await asyncio.sleep(A_MOMENT / 4)
            writer.write(data)
            await writer.drain()
        if ending == "reset":
            await asyncio.sleep(A_MOMENT)
            line = writer.get_extra_info("socket")
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, HARD_END)
            writer.transport.abort()
        elif ending == "drip":
            await self._drip(writer)
        elif silent or ending == "stay":
            try:
                async with asyncio.timeout(PATIENCE):
                    await reader.read()
            except TimeoutError:
                self.record.event("nobody closed it")

    async def _drip(self, writer):
        async with contextlib.AsyncExitStack() as stack:
            stack.enter_context(contextlib.suppress(TimeoutError))
            await stack.enter_async_context(asyncio.timeout(PATIENCE))
            while not writer.is_closing():
                writer.write(b".")
                await writer.drain()
                await asyncio.sleep(A_MOMENT / 2)
            return
        self.record.event("nobody closed it")


def shown(value):
    """A long page, for short."""
    if type(value) is str and len(value) > 500:
        return f"{len(value)} characters, {zlib.crc32(value.encode())}"
    return value


async def call(exercise, record, port, paths, **how):
    """One call of fetch_all, and what is left of it a moment later."""
    answer = exercise.fetch_all
    tasks_before, connections_before = asyncio.all_tasks(), connections_to(port)

    async def fetch_all(paths):
        results = await answer("127.0.0.1", port, paths, **how)
        return [shown(value) for value in results] if type(results) is list else results

    await record.call(fetch_all, paths)
    own = {"site"}
    for _ in range(int(WAIT / 0.05)):
        tasks = [task for task in asyncio.all_tasks() - tasks_before if task.get_name() not in own]
        connections = connections_to(port) - connections_before
        if not tasks and not connections:
            break
        await asyncio.sleep(0.05)
    record.event("left", connections=connections, tasks=len(tasks))


@not_for_ever
async def fetching(exercise, record, pages, paths=None, limit=10, seconds=15):
    """All the paths of `pages`, or others."""
    async with Site(record, pages) as site:
        await call(exercise, record, site.port, paths or list(pages), limit=limit, seconds=seconds)


@not_for_ever
async def none(exercise, record):
    """No paths."""
    async with Site(record, {}) as site:
        await call(exercise, record, site.port, [], limit=3, seconds=15)


@not_for_ever
async def crowd(exercise, record, count, limit, again=False):
    """The server answers nobody until as many have asked as may; then it lets one go, and waits for the next.

    `again`: before that one of the paths has been fetched, by a call with a limit of 1.
    """
    paths = [f"/page/{number}" for number in range(1, count + 1)]
    async with Site(record, {path: {"body": f"This is {path}"} for path in paths}) as site:
        if again:
            await call(exercise, record, site.port, paths[:1], limit=1, seconds=30)
            site.asked = 0
            site.release()
        site.held = True

        async def direct():
            first = min(count, limit)
            if not await site.until(first):
                record.event("nobody else came", asked=site.asked)
                return site.release()
            await asyncio.sleep(A_MOMENT)  # for those who should not come yet
            for asked in range(first + 1, count + 1):
                site.release(1)
                if not await site.until(asked):
                    record.event("no new one", asked=site.asked)
                    break
            site.release()

        directing = record.background(direct(), "direct")
        await call(exercise, record, site.port, paths, limit=limit, seconds=30)
        directing.cancel()


@not_for_ever
async def broken_off(exercise, record, count, limit):
    """The caller is cancelled while the server keeps everybody waiting."""
    paths = [f"/page/{number}" for number in range(1, count + 1)]
    async with Site(record, {path: {"silent": True} for path in paths}) as site:
        task = record.background(call(exercise, record, site.port, paths, limit=limit, seconds=30), "caller")
        all_there = await site.until(min(count, limit))
        record.event("cancelled", all_there=all_there)
        task.cancel()
        await asyncio.wait({task})


@not_for_ever
async def nobody_there(exercise, record, paths):
    """No server listens on this port."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        await call(exercise, record, taken.getsockname()[1], paths, limit=2, seconds=15)


@not_for_ever
async def nobody_takes(exercise, record, paths, seconds):
    """A server that takes no connections, and whose queue of them is full: to connect takes for ever."""
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        waiting = [stack.enter_context(socket.socket()) for _ in range(5)]
        for line in waiting:
            line.setblocking(False)
            line.connect_ex(listening.getsockname())
        await asyncio.sleep(A_MOMENT)
        try:
            waiting[-1].getpeername()
        except OSError:
            # Then whoever still tries is refused, and nobody waits for minutes.
            giving_up = asyncio.get_running_loop().call_later(seconds + A_MOMENT * 10, listening.close)
            port = listening.getsockname()[1]
            await call(exercise, record, port, paths, limit=len(paths), seconds=seconds)
            giving_up.cancel()
        else:
            record.event("there is always room")
