"""Takes what came before the end of the stream for a reply.

verdict: failed
diagnosis: a reply whose end has not come is no reply
"""

import asyncio
import contextlib


async def start(handle, host="127.0.0.1", port=0):
    async def reply(line):
        try:
            return await handle(line)
        except Exception as e:
            return f"ERROR {type(e).__name__}"

    async def serve(reader, writer):
        with contextlib.suppress(ConnectionError):
            try:
                while (line := (await reader.readline()).decode()).endswith("\n") and line != "QUIT\n":
                    writer.write(f"{await reply(line[:-1])}\n".encode())
                    await writer.drain()
            except ValueError:
                writer.write(b"ERROR\n")
            finally:
                writer.close()
                with contextlib.suppress(ConnectionError):
                    await writer.wait_closed()

    return await asyncio.start_server(serve, host, port)


async def ask(host, port, lines):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        out = []
        for l in lines:
            writer.write(l.encode() + b"\n")
            r = await reader.readline()
            if not r:
                raise ConnectionError
            out.append(r.decode().removesuffix("\n"))
        return out
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
