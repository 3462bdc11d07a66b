"""Iterates over the reader, handles a last line without an end as well, and reads all replies to the end."""

import asyncio
from contextlib import suppress


async def start(handle, host="127.0.0.1", port=0):
    server = await asyncio.start_server(lambda r, w: serve(handle, r, w), host, port)
    return server


async def serve(handle, reader, writer):
    try:
        async for line in reader:
            text = line.decode().removesuffix("\n")
            if text == "QUIT":
                return
            try:
                reply = await handle(text)
            except Exception as error:
                reply = "ERROR " + " ".join(str(error).split())
            writer.write((reply + "\n").encode())
            await writer.drain()
    except ValueError as error:
        writer.write(f"ERROR {type(error).__name__}\n".encode())
    except OSError:
        pass
    finally:
        await close(writer)


async def ask(host, port, lines):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write("".join(line + "\n" for line in lines).encode())
        writer.write_eof()
        answer = await reader.read()
    finally:
        await close(writer)
    replies = answer.decode().split("\n")[:-1]
    if len(replies) < len(lines):
        raise EOFError(f"only {len(replies)} replies")
    return replies


async def close(writer):
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
