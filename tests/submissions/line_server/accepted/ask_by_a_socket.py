"""ask by the loop's socket methods."""

import asyncio
import contextlib
import socket


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
    loop = asyncio.get_running_loop()
    with socket.socket() as s:
        s.setblocking(False)
        await loop.sock_connect(s, (host, port))

        async def send():
            for l in lines:
                await loop.sock_sendall(s, l.encode() + b"\n")

        t = asyncio.create_task(send())
        try:
            buf = b""
            while buf.count(b"\n") < len(lines):
                d = await loop.sock_recv(s, 65536)
                if not d:
                    raise ConnectionResetError("left")
                buf += d
            return [x.decode() for x in buf.split(b"\n")[: len(lines)]]
        finally:
            t.cancel()
            await asyncio.gather(t, return_exceptions=True)
