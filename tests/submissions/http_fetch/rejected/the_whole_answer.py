"""Takes the headers for a part of the page.

verdict: failed
diagnosis: the headers are no part of the page
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
    text = (await reader.read()).decode()
    if text.split(" ")[1] != "200":
        raise ValueError(text)
    return text
