"""Collects the pieces itself. The server goes on in a task, which ends when the server is closed."""

import asyncio
from contextlib import suppress


tasks = set()


async def start(handle, host="127.0.0.1", port=0):
    async def serve(reader, writer):
        unread = bytearray()
        try:
            while piece := await reader.read(1000):
                unread += piece
                while (end := unread.find(b"\n")) >= 0:
                    line = bytes(unread[:end])
                    del unread[: end + 1]
                    if line == b"QUIT":
                        return
                    writer.write(await answer(line))
                    await writer.drain()
                if len(unread) > 65_536:
                    writer.write(b"ERROR\n")
                    return
        except OSError:
            pass
        finally:
            await close(writer)

    async def answer(line):
        try:
            return b"%s\n" % (await handle(str(line, "utf-8"))).encode()
        except Exception as error:
            return b"ERROR " + type(error).__name__.encode() + b"\n"

    server = await asyncio.start_server(serve, host, port)
    task = asyncio.create_task(serving(server))
    tasks.add(task)
    task.add_done_callback(tasks.discard)
    return server


async def serving(server):
    with suppress(asyncio.CancelledError):
        await server.serve_forever()


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
