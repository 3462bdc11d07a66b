"""The seconds begin when the connection has been made.

verdict: failed
diagnosis: its 1.5 s begin with the connection
"""

import asyncio
from contextlib import suppress


async def fetch_all(host, port, paths, *, limit, seconds):
    places = asyncio.Semaphore(limit)

    async def fetch(path):
        async with places:
            try:
                reader, writer = await asyncio.open_connection(host, port)
                return await asyncio.wait_for(get(reader, writer, host, port, path), seconds)
            except Exception as error:
                return error

    return await asyncio.gather(*(fetch(path) for path in paths))


async def get(reader, writer, host, port, path):
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
