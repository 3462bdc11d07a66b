"""Raises when a reply begins with ERROR.

verdict: failed
diagnosis: raised ConnectionError
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
            r = (await reader.readuntil()).decode()[:-1]
            if r.startswith("ERROR"):
                raise ConnectionError(r)
            out.append(r)
        return out
    finally:
        writer.close()
        await writer.wait_closed()
