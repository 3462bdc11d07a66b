"""A queue of paths, and gather with return_exceptions for what goes wrong."""

import asyncio
from contextlib import suppress


async def fetch_all(host, port, paths, *, limit, seconds):
    places = asyncio.Queue()
    for _ in range(limit):
        places.put_nowait(None)

    async def fetch(path):
        place = await places.get()
        try:
            async with asyncio.timeout(seconds):
                return await get(host, port, path)
        finally:
            places.put_nowait(place)

    return await asyncio.gather(*(fetch(path) for path in paths), return_exceptions=True)


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
    head, body = b"", b""
    while b"\r\n\r\n" not in head:
        piece = await reader.read(4096)
        if not piece:
            raise EOFError("no end of the headers")
        head += piece
    head, _, body = head.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    if not first.startswith(b"HTTP/1."):
        raise ValueError("this is not HTTP")
    if first.split()[1] != b"200":
        raise RuntimeError(first.decode())
    headers = {line.split(b":")[0].strip().lower(): line.split(b":", 1)[1].strip() for line in lines}
    length = int(headers.get(b"content-length", b"-1"))
    while length < 0 or len(body) < length:
        piece = await reader.read(65536)
        if not piece:
            break
        body += piece
    if len(body) < length:
        raise EOFError(f"{length - len(body)} bytes are missing")
    return str(body[:length] if length >= 0 else body, "utf-8")
