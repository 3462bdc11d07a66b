"""Protocols instead of streams: the bytes are cut into lines by hand."""

import asyncio


class Lines(asyncio.Protocol):
    def __init__(self, handle):
        self.handle = handle
        self.unread = b""
        self.skipping = False
        self.queue = asyncio.Queue()
        self.worker = asyncio.create_task(self.work())

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        *lines, rest = (self.unread + data).split(b"\n")
        for line in lines:
            if self.skipping:
                self.skipping = False
            else:
                self.queue.put_nowait(line)
        if len(rest) > 65_536:
            if not self.skipping:
                self.queue.put_nowait(rest)
            self.skipping, rest = True, b""
        self.unread = rest

    def eof_received(self):
        self.queue.put_nowait(None)
        return True

    def connection_lost(self, error):
        self.worker.cancel()

    async def work(self):
        while (line := await self.queue.get()) not in (None, b"QUIT"):
            try:
                if len(line) > 65_536:
                    raise ValueError("too long")
                reply = await self.handle(line.decode())
            except Exception as error:
                reply = f"ERROR {type(error).__name__}"
            self.transport.write(reply.encode() + b"\n")
        self.transport.close()


async def start(handle, host="127.0.0.1", port=0):
    loop = asyncio.get_running_loop()
    return await loop.create_server(lambda: Lines(handle), host, port)


class Replies(asyncio.Protocol):
    def __init__(self, lines):
        self.left = len(lines)
        self.lines = lines
        self.unread = []
        self.done = asyncio.get_running_loop().create_future()
        self.over = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        for line in self.lines:
            transport.write(line.encode() + b"\n")
        if not self.left:
            self.done.set_result([])

    def data_received(self, data):
        self.unread.append(data)
        self.left -= data.count(b"\n")
        if self.left <= 0 and not self.done.done():
            self.done.set_result([line.decode() for line in b"".join(self.unread).split(b"\n")[:-1]])

    def connection_lost(self, error):
        if not self.done.done():
            self.done.set_exception(ConnectionResetError("the server has gone"))
        self.over.set_result(None)


async def ask(host, port, lines):
    loop = asyncio.get_running_loop()
    transport, replies = await loop.create_connection(lambda: Replies(lines), host, port)
    try:
        return await replies.done
    finally:
        transport.abort()
        await replies.over
