"""Fetch several pages at once, with nothing but streams.

Three things are wrapped around one another, and their order is the point. The semaphore is outside of the time limit:
whoever waits for a place has not begun. The time limit is outside of everything that awaits, and so a server that sends
a byte now and then cannot outwit it. The `except` is around both, so that nothing but a cancellation gets out, and the
task group has no reason to cancel the others. CancelledError is no Exception, and passes by.

`finally` closes the connection, on every way out. A stream does not say where a message ends; readuntil() and
readexactly() know it from what the message says of itself, and raise IncompleteReadError when it ends too early.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress


async def fetch_all(
    host: str, port: int, paths: Sequence[str], *, limit: int, seconds: float
) -> list[str | Exception]:
    places = asyncio.Semaphore(limit)

    async def fetch(path: str) -> str | Exception:
        async with places:
            try:
                async with asyncio.timeout(seconds):
                    return await get(host, port, path)
            except Exception as error:
                return error

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(path)) for path in paths]
    return [task.result() for task in tasks]


async def get(host: str, port: int, path: str) -> str:
    reader, writer = await asyncio.open_connection(host, port)
    try:
        request = [f"GET {path} HTTP/1.1", f"Host: {host}:{port}", "Connection: close", "", ""]
        writer.write("\r\n".join(request).encode())
        return await read_page(reader)
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def read_page(reader: asyncio.StreamReader) -> str:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status_line, *lines = head.split("\r\n")
    version, status, *_ = status_line.split(" ")
    if not version.startswith("HTTP/") or status != "200":
        raise ValueError(f"the server answered {status_line!r}")
    headers = {name.lower(): value for name, _, value in (line.partition(":") for line in lines)}
    if "content-length" in headers:
        body = await reader.readexactly(int(headers["content-length"]))
    else:
        body = await reader.read()
    return body.decode()


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    path = (await reader.readline()).split()[1]
    await asyncio.sleep({b"/slow": 60}.get(path, 0.5))
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\nThis is %s" % (8 + len(path), path))
    writer.close()


async def demo() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    for answer in await fetch_all(host, port, ["/news", "/slow", "/jobs"], limit=2, seconds=1):
        print(repr(answer))


if __name__ == "__main__":
    asyncio.run(demo())
