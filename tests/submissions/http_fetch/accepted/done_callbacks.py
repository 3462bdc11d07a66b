"""Each task that is done starts the next by a callback, and the last one resolves a future."""

import asyncio
import contextlib


async def get(host, port, path):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *rest = head.split("\r\n")
        version, status, *_ = first.split(" ")
        if not version.startswith("HTTP/") or status != "200":
            raise ValueError(first)
        headers = {k.strip().lower(): v.strip() for k, _, v in (l.partition(":") for l in rest)}
        n = headers.get("content-length")
        body = await (reader.read() if n is None else reader.readexactly(int(n)))
        return body.decode()
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


async def fetch_all(host, port, paths, *, limit, seconds):
    left = list(enumerate(paths))[::-1]
    out = [None] * len(paths)
    over = asyncio.get_running_loop().create_future()
    running = set()

    def fill():
        while left and len(running) < limit:
            i, p = left.pop()
            t = asyncio.create_task(asyncio.wait_for(get(host, port, p), seconds))
            running.add(t)
            t.add_done_callback(lambda t, i=i: done(i, t))
        if not running and not over.done():
            over.set_result(None)

    def done(i, t):
        running.discard(t)
        if t.cancelled():
            return
        out[i] = t.exception() or t.result()
        if t.exception() is None:
            out[i] = t.result()
        fill()

    fill()
    try:
        await over
    finally:
        left.clear()
        for t in list(running):
            t.cancel()
    return out
