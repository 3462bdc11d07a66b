"""Connects again for each line.

verdict: failed
diagnosis: ask must make one connection for all its lines, and made 3
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
    return [await ask_one(host, port, line) for line in lines]


async def ask_one(host, port, line):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(line.encode() + b"\n")
        return (await reader.readuntil(b"\n"))[:-1].decode()
    finally:
        await close(writer)


async def close(writer):
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
