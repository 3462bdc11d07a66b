"""Skips the rest of a line that is too long, and goes on. Has tasks of its own for the handling."""

import asyncio
from contextlib import suppress


async def start(handle, host="127.0.0.1", port=0):
    async def serve(reader, writer):
        handling = asyncio.Queue()
        replying = asyncio.create_task(send_replies(handling, writer))
        try:
            while (line := await next_line(reader)) not in (b"", b"QUIT\n"):
                await handling.put(asyncio.create_task(answer(line)))
            await handling.put(None)
            await replying
        except ConnectionError:
            pass
        finally:
            replying.cancel()
            while not handling.empty():
                task = handling.get_nowait()
                if task is not None:
                    task.cancel()
            await close(writer)

    async def answer(line):
        if line is None:
            return b"ERROR too long\n"
        try:
            return (await handle(line[:-1].decode())).encode() + b"\n"
        except Exception:
            return b"ERROR\n"

    return await asyncio.start_server(serve, host, port)


async def send_replies(handling, writer):
    with suppress(ConnectionError):
        while (task := await handling.get()) is not None:
            writer.write(await task)
            await writer.drain()


async def next_line(reader):
    """The next line, None for one that is too long, nothing at the end."""
    too_long = False
    while True:
        try:
            line = await reader.readuntil(b"\n")
            return None if too_long else line
        except asyncio.LimitOverrunError as error:
            await reader.readexactly(error.consumed)
            too_long = True
        except asyncio.IncompleteReadError:
            return b""


async def ask(host, port, lines):
    reader, writer = await asyncio.open_connection(host, port)
    replies = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(send(writer, lines))
            for _ in lines:
                line = await reader.readline()
                if not line.endswith(b"\n"):
                    raise EOFError("the server has gone")
                replies.append(line.decode()[:-1])
    finally:
        writer.close()
    return replies


async def send(writer, lines):
    with suppress(ConnectionError):
        for line in lines:
            writer.write(line.encode() + b"\n")
            await writer.drain()


async def close(writer):
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
