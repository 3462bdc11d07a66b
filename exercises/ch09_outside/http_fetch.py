"""Fetch several pages at once, with nothing but streams.

fetch_all(host, port, paths, limit=..., seconds=...) asks one HTTP server for several paths, and returns a list
with something for each of them, in their order: the page's text, or the exception that tells why there is none.

Each path is asked for on a connection of its own (asyncio.open_connection), by a request of these lines, each
with \\r\\n at its end; the last of them is empty (Host may do without the port):

    GET /news/1 HTTP/1.1
    Host: 127.0.0.1:8080
    Connection: close

The answer is a status line (HTTP/1.1 200 OK), headers (Name: value), an empty line, and the body, UTF-8 text.
Headers come in any order, their names in upper or lower case, with or without a space behind the colon. If there is a
Content-Length, the body has so many bytes, and is complete when they have come; otherwise it goes on until the server
closes the connection.

  * at most `limit` connections (1 or more) are open at a time, and so many are, while there are paths enough: when
    one of them is done, the next begins at once;
  * each path has `seconds` from the moment at which its connection begins. After that its result is a TimeoutError,
    whether the server is silent or slow. To wait for one of the `limit` places costs a path nothing;
  * a status other than 200 gives an exception that has the number in its text. A connection that cannot be made,
    that breaks or ends too early, an answer that is not HTTP, and a Content-Length that is no number give an exception
    of any kind you like;
  * whatever becomes of one path, the others get their results;
  * every connection is closed as soon as its path is done;
  * if the caller is cancelled, CancelledError comes out, and a moment later no connection and no task is left.

Try it:  python exercises/ch09_outside/http_fetch.py
"""

import asyncio
from collections.abc import Sequence


async def fetch_all(
    host: str, port: int, paths: Sequence[str], *, limit: int, seconds: float
) -> list[str | Exception]:
    raise NotImplementedError


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    path = (await reader.readline()).split()[1]
    await asyncio.sleep({b"/slow": 60}.get(path, 0.5))
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\nThis is %s" % (8 + len(path), path))
    writer.close()


async def demo() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    for answer in await fetch_all(host, port, ["/news", "/slow", "/jobs"], limit=2, seconds=1):
        print(repr(answer))


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: fetch_all.")
