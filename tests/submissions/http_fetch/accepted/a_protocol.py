"""No streams: a protocol that collects, and cuts the page out when it is complete."""

import asyncio
from contextlib import suppress


async def fetch_all(host, port, paths, *, limit, seconds):
    places = asyncio.BoundedSemaphore(limit)

    async def fetch(path):
        async with places:
            try:
                async with asyncio.timeout(seconds):
                    return await get(host, port, path)
            except Exception as error:
                return error

    tasks = [asyncio.ensure_future(fetch(path)) for path in paths]
    return list(await asyncio.gather(*tasks))


class Page(asyncio.Protocol):
    def __init__(self, request):
        self.request = request
        self.data = b""
        self.result = asyncio.get_running_loop().create_future()
        self.over = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        transport.write(self.request)

    def data_received(self, data):
        self.data += data
        self.look(False)

    def eof_received(self):
        self.look(True)

    def connection_lost(self, error):
        self.look(True)
        self.over.set_result(None)

    def look(self, ended):
        if self.result.done():
            return
        try:
            page = read_page(self.data, ended)
        except Exception as error:
            self.result.set_exception(error)
        else:
            if page is not None:
                self.result.set_result(page)


async def get(host, port, path):
    request = f"GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n".encode()
    loop = asyncio.get_running_loop()
    transport, page = await loop.create_connection(lambda: Page(request), host, port)
    try:
        return await page.result
    finally:
        transport.abort()
        await page.over


def read_page(data, ended):
    head, mark, body = data.partition(b"\r\n\r\n")
    if not mark:
        if ended:
            raise EOFError("no whole answer")
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    if first.split(" ")[0] not in ("HTTP/1.0", "HTTP/1.1") or first.split(" ")[1] != "200":
        raise ValueError(first)
    for line in lines:
        name, value = line.split(":", 1)
        if name.lower() == "content-length":
            if len(body) >= int(value):
                return body[: int(value)].decode()
            if ended:
                raise EOFError("the body is too short")
            return None
    return body.decode() if ended else None
