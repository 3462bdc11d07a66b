"""Takes the Content-Length for a number of letters.

verdict: failed
diagnosis: what had come was taken for the page
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
    text = ""
    while length is None or len(text) < length:
        piece = await reader.read(1000)
        if not piece:
            if length is not None and not text:
                raise EOFError
            break
        text += piece.decode(errors="replace")
    return text[:length]
