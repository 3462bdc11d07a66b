"""Gives each path a second chance, when its time was over, too.

verdict: failed
diagnosis: the time of a path was over, and the path was asked for again
"""

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
    sem = asyncio.Semaphore(limit)

    async def one(p):
        async with sem:
            for last in (False, True):
                try:
                    return await asyncio.wait_for(get(host, port, p), seconds)
                except Exception as e:
                    if last:
                        return e

    return list(await asyncio.gather(*map(one, paths)))
