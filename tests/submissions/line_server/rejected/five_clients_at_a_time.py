"""Serves five connections at a time.

verdict: failed
diagnosis: a client got no reply as long as 5 others were connected
"""

import asyncio
import contextlib


async def start(handle, host="127.0.0.1", port=0):
    sem = asyncio.Semaphore(5)

    async def serve(reader, writer):
        async with sem:
            try:
                while line := (await reader.readline()).decode():
                    if line == "QUIT\n":
                        break
                    try:
                        r = await handle(line[:-1])
                    except Exception:
                        r = "ERROR"
                    writer.write(r.encode() + b"\n")
                    await writer.drain()
            except ValueError:
                writer.write(b"ERROR\n")
            except ConnectionError:
                pass
            writer.close()

    return await asyncio.start_server(serve, host, port)


async def ask(host, port, lines):
    reader, writer = await asyncio.open_connection(host, port)

    async def send():
        with contextlib.suppress(ConnectionError):
            for line in lines:
                writer.write(line.encode() + b"\n")
                await writer.drain()

    t = asyncio.create_task(send())
    try:
        return [(await reader.readuntil(b"\n"))[:-1].decode() for _ in lines]
    finally:
        t.cancel()
        await asyncio.wait({t})
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
