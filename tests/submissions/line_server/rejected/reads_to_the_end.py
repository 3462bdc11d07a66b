"""Reads everything, up to the end of the stream, before it answers.

verdict: failed
diagnosis: 0 replies came back
"""

import asyncio
from contextlib import suppress


async def start(handle, host="127.0.0.1", port=0):
    async def serve(reader, writer):
        try:
            for line in (await reader.read()).split(b"\n")[:-1]:
                if line == b"QUIT":
                    break
                try:
                    reply = await handle(line.decode())
                except Exception as error:
                    reply = f"ERROR {error!r}"
                writer.write(reply.encode() + b"\n")
        except ConnectionError:
            pass
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
