"""Catches every exception, those of its caller too.

verdict: failed
diagnosis: the CancelledError was taken for one of the errors of a path
"""

import asyncio
from contextlib import suppress


async def fetch_all(host, port, paths, *, limit, seconds):
    results = [None] * len(paths)
    numbered = iter(enumerate(paths))

    async def worker():
        for number, path in numbered:
            try:
                async with asyncio.timeout(seconds):
                    results[number] = await get(host, port, path)
            except BaseException as error:
                results[number] = error

    try:
        await asyncio.gather(*(worker() for _ in range(limit)))
    except asyncio.CancelledError:
        pass
    return results


async def get(host, port, path):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        return await read_page(reader)
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def read_page(reader):
    status = (await reader.readline()).decode().split(" ")
    if not status[0].startswith("HTTP/") or status[1] != "200":
        raise ValueError(f"bad status: {' '.join(status)}")
    length = None
    while (line := await reader.readline()) != b"\r\n":
        if not line.endswith(b"\r\n"):
            raise EOFError("the headers end too early")
        name, _, value = line.decode("latin-1").partition(":")
        if name.lower() == "content-length":
            length = int(value)
    body = await reader.read() if length is None else await reader.readexactly(length)
    return body.decode()
