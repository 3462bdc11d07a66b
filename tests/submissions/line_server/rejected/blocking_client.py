"""A blocking socket in a coroutine: the server in the same event loop cannot answer.

verdict: timeout
diagnosis: no end within 60 real seconds
"""

import asyncio
import socket
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
    with socket.create_connection((host, port)) as line:
        file = line.makefile("rw", encoding="utf-8", newline="\n")
        replies = []
        for question in lines:
            file.write(question + "\n")
            file.flush()
            reply = file.readline()
            if not reply:
                raise ConnectionError
            replies.append(reply[:-1])
        return replies


async def close(writer):
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
