"""A time limit for each read.

verdict: failed
diagnosis: the limit is for all of it, not for each read
"""

import asyncio
from contextlib import suppress


async def fetch_all(host, port, paths, *, limit, seconds):
    places = asyncio.Semaphore(limit)

    async def fetch(path):
        async with places:
            try:
                return await get(host, port, path, seconds)
            except Exception as error:
                return error

    return await asyncio.gather(*(fetch(path) for path in paths))


async def get(host, port, path, seconds):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        return await read_page(reader, seconds)
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def read_page(reader, seconds):
    async def read():
        piece = await asyncio.wait_for(reader.read(1000), seconds)
        if not piece:
            raise EOFError
        return piece

    data = b""
    while b"\r\n\r\n" not in data:
        data += await read()
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    if not first.startswith("HTTP/") or first.split(" ")[1] != "200":
        raise ValueError(first)
    headers = {line.partition(":")[0].lower(): line.partition(":")[2] for line in lines}
    length = int(headers.get("content-length", 1 << 60))
    try:
        while len(body) < length:
            body += await read()
    except EOFError:
        if "content-length" in headers:
            raise
    return body[:length].decode()
