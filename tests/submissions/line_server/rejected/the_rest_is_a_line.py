"""Goes on after a line that is too long, in the middle of it.

verdict: failed
diagnosis: characters of it were handled as a line
"""

import asyncio
from contextlib import suppress


async def start(handle, host="127.0.0.1", port=0):
    async def serve(reader, writer):
        try:
            while True:
                try:
                    line = await reader.readline()
                except ValueError:
                    writer.write(b"ERROR too long\n")
                    continue
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
