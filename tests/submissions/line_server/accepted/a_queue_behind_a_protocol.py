"""A protocol puts the lines on a queue, and one task for each connection handles them."""

import asyncio
import contextlib


async def start(handle, host="127.0.0.1", port=0):
    class Conn(asyncio.Protocol):
        def connection_made(self, t):
            self.t = t
            self.buf = b""
            self.q = asyncio.Queue()
            self.task = asyncio.create_task(self.work())

        def data_received(self, d):
            self.buf += d
            *ls, self.buf = self.buf.split(b"\n")
            for l in ls:
                self.q.put_nowait(l)
            if len(self.buf) > 65536:
                self.q.put_nowait(None)
                self.t.pause_reading()

        def eof_received(self):
            self.q.put_nowait(b"QUIT")
            return True

        def connection_lost(self, e):
            self.task.cancel()

        async def work(self):
            while (l := await self.q.get()) != b"QUIT":
                if l is None or len(l) > 65536:
                    self.t.write(b"ERROR too long\n")
                    break
                try:
                    r = await handle(l.decode())
                except Exception:
                    r = "ERROR"
                self.t.write(r.encode() + b"\n")
            self.t.close()

    return await asyncio.get_running_loop().create_server(Conn, host, port)


async def ask(host, port, lines):
    reader, writer = await asyncio.open_connection(host, port)

    async def send():
        with contextlib.suppress(ConnectionError):
            for line in lines:
                writer.write(line.encode() + b"\n")
                await writer.drain()

    t = asyncio.create_task(send())
    try:
        return [(await reader.readuntil(b"\n"))[:-1].decode() for _ in lines]
    finally:
        t.cancel()
        await asyncio.wait({t})
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
