"""Handles the lines at the same time, and replies when each is done.

verdict: failed
diagnosis: the replies must come in the order of the client's lines
"""

import asyncio
from contextlib import suppress


async def start(handle, host="127.0.0.1", port=0):
    async def answer(line, writer):
        try:
            reply = await handle(line[:-1].decode())
        except Exception:
            reply = "ERROR"
        writer.write(reply.encode() + b"\n")

    async def serve(reader, writer):
        try:
            async with asyncio.TaskGroup() as group:
                while (line := await reader.readline()).endswith(b"\n") and line != b"QUIT\n":
                    group.create_task(answer(line, writer))
        except* ConnectionError:
            pass
        except* ValueError:
            writer.write(b"ERROR too long\n")
        finally:
            await close(writer)

    return await asyncio.start_server(serve, host, port)


async def ask(host, port, lines):
    reader, writer = await asyncio.open_connection(host, port)
    replies = []
    try:
        for line in lines:
            writer.write(line.encode() + b"\n")
            await writer.drain()
            reply = await reader.readline()
            if not reply.endswith(b"\n"):
                raise ConnectionError("the server has gone")
            replies.append(reply[:-1].decode())
        return replies
    finally:
        await close(writer)


async def close(writer):
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
