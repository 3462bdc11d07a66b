"""Believes that one read gives the whole answer.

verdict: failed
diagnosis: came whole, and its result is
"""

import asyncio
from contextlib import suppress


async def fetch_all(host, port, paths, *, limit, seconds):
    places = asyncio.Semaphore(limit)

    async def fetch(path):
        async with places:
            try:
                return await asyncio.wait_for(get(host, port, path), seconds)
            except Exception as error:
                return error

    return await asyncio.gather(*(fetch(path) for path in paths))


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
    head, _, body = (await reader.read(1_000_000)).partition(b"\r\n\r\n")
    if head.split(b" ")[1] != b"200":
        raise ValueError(head.decode())
    return body.decode()
