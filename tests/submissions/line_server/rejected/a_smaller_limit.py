"""Has a limit of its own for the length of a line.

verdict: failed
diagnosis: lines of 59880 and 5 characters were sent, and lines of [
"""

import asyncio
from contextlib import suppress


async def start(handle, host="127.0.0.1", port=0):
    async def answer(line):
        try:
            return (await handle(line)).encode()
        except Exception:
            return b"ERROR handle has failed"

    async def serve(reader, writer):
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                try:
                    while (line := await reader.readuntil(b"\n")) != b"QUIT\n":
                        writer.write(await answer(line[:-1].decode()) + b"\n")
                        await writer.drain()
                except asyncio.LimitOverrunError:
                    writer.write(b"ERROR the line is too long\n")
                    await writer.drain()
        finally:
            await close(writer)

    return await asyncio.start_server(serve, host, port, limit=55_000)


async def ask(host, port, lines):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(send(writer, lines))
            receiving = group.create_task(receive(reader, len(lines)))
    except* ConnectionError:
        raise ConnectionResetError("the server has gone") from None
    finally:
        await close(writer)
    return receiving.result()


async def send(writer, lines):
    for line in [*lines, "QUIT"]:
        writer.write(line.encode() + b"\n")
        await writer.drain()


async def receive(reader, count):
    replies = []
    for _ in range(count):
        try:
            replies.append((await reader.readuntil())[:-1].decode())
        except asyncio.IncompleteReadError:
            raise ConnectionResetError("the server has gone") from None
    return replies


async def close(writer):
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
