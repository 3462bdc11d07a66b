"""A server and a client that talk in lines.

`readline()` turns the stream back into lines, whatever the pieces in which it came. It gives b"" at the end, raises
ValueError for a line that is longer than the reader's limit (64 KiB), and ConnectionError when the other side has
vanished. The rest of a line that was too long may still be on its way, so the server says ERROR and closes.

A connection that breaks is nothing unusual, and no error of the server's: `suppress` lets it end. wait_closed()
raises that error once more, so it needs the same.

The client sends in a task of its own and reads meanwhile. Were it to send everything first, a server that is stuck with
its replies would stop reading, and the two would wait for each other as soon as all the buffers between them are full.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress


async def start(
    handle: Callable[[str], Awaitable[str]], host: str = "127.0.0.1", port: int = 0
) -> asyncio.Server:
    async def reply(line: str) -> str:
        try:
            return await handle(line)
        except Exception as error:
            return f"ERROR {type(error).__name__}"

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (line := (await reader.readline()).decode()).endswith("\n") and line != "QUIT\n":
                writer.write(f"{await reply(line[:-1])}\n".encode())
                await writer.drain()
        except ValueError:
            writer.write(b"ERROR too long, or not UTF-8\n")
        finally:
            await close(writer)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            await serve(reader, writer)

    return await asyncio.start_server(connected, host, port)


async def ask(host: str, port: int, lines: Sequence[str]) -> list[str]:
    reader, writer = await asyncio.open_connection(host, port)

    async def send() -> None:
        with suppress(ConnectionError):  # the reading side hears of it, too
            for line in lines:
                writer.write(f"{line}\n".encode())
                await writer.drain()

    sending = asyncio.create_task(send())
    try:
        return [(await reader.readuntil(b"\n"))[:-1].decode() for _ in lines]
    finally:
        writer.transport.abort()  # close() would first wait for what is not sent yet, and nobody may be reading
        sending.cancel()
        await asyncio.wait({sending})
        await close(writer)


async def close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


async def shout(line: str) -> str:
    await asyncio.sleep(0.2)
    if not line:
        raise ValueError("nothing to shout")
    return line.upper() + "!"


async def demo() -> None:
    server = await start(shout)
    host, port = server.sockets[0].getsockname()
    print(await asyncio.gather(ask(host, port, ["hello", "", "well"]), ask(host, port, ["anybody there"])))
    server.close()


if __name__ == "__main__":
    asyncio.run(demo())
