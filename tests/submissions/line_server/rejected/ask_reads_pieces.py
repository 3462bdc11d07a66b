"""Believes that one read gives one reply.

verdict: failed
diagnosis: ask took what one read gave for a reply
"""

import asyncio
from contextlib import suppress


async def start(handle, host="127.0.0.1", port=0):
    async def serve(reader, writer):
        try:
            while True:
                line = await reader.readline()
                if not line.endswith(b"\n") or line == b"QUIT\n":
                    break
                try:
                    reply = await handle(line[:-1].decode())
                except Exception as error:
                    reply = f"ERROR {error!r}"
                writer.write(reply.encode() + b"\n")
                await writer.drain()
        except ConnectionError:
            pass
        except ValueError:
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
            reply = await reader.read(1000)
            if not reply:
                raise ConnectionError("the server has gone")
            replies.append(reply.decode().rstrip("\n"))
        return replies
    finally:
        await close(writer)


async def close(writer):
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
