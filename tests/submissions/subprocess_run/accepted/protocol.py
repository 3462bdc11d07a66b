"""The low-level way: a protocol that collects, and is told of the end."""

import asyncio


class Collector(asyncio.SubprocessProtocol):
    def __init__(self):
        self.over = asyncio.get_running_loop().create_future()
        self.written = {1: bytearray(), 2: bytearray()}

    def pipe_data_received(self, fd, data):
        self.written[fd] += data

    def connection_lost(self, error):
        self.over.set_result(None)


async def run(argv, *, stdin=b"", seconds):
    loop = asyncio.get_running_loop()
    transport, collector = await loop.subprocess_exec(Collector, *argv)
    try:
        given = transport.get_pipe_transport(0)
        given.write(stdin)
        given.write_eof()
        async with asyncio.timeout(seconds):
            await asyncio.shield(collector.over)
    finally:
        if transport.get_returncode() is None:
            transport.kill()
        await asyncio.wait({collector.over})
        transport.close()
    return transport.get_returncode(), bytes(collector.written[1]), bytes(collector.written[2])
