"""Decodes what one read gives: a letter may be in two pieces.

verdict: failed
diagnosis: and no such line was sent
"""

import asyncio
from contextlib import suppress


async def start(handle, host="127.0.0.1", port=0):
    async def serve(reader, writer):
        text = ""
        try:
            while piece := await reader.read(1000):
                text += piece.decode(errors="replace")
                *lines, text = text.split("\n")
                for line in lines:
                    if line == "QUIT":
                        return
                    try:
                        reply = await handle(line)
                    except Exception as error:
                        reply = f"ERROR {error!r}"
                    writer.write(reply.encode() + b"\n")
                    await writer.drain()
                if len(text) > 65_536:
                    writer.write(b"ERROR\n")
                    return
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
