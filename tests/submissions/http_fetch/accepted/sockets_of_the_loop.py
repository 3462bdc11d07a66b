"""The loop's socket methods, and what has come is looked at after every piece."""

import asyncio
import re
import socket


async def fetch_all(host, port, paths, *, limit, seconds):
    loop = asyncio.get_running_loop()
    sem = asyncio.BoundedSemaphore(limit)

    async def get(path):
        with socket.socket() as s:
            s.setblocking(False)
            await loop.sock_connect(s, (host, port))
            await loop.sock_sendall(
                s, f"GET {path} HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\n\r\n".encode()
            )
            data = bytearray()
            n = None
            while True:
                d = await loop.sock_recv(s, 65536)
                data += d
                head, sep, body = bytes(data).partition(b"\r\n\r\n")
                m = re.search(rb"(?im)^content-length: *(\S+)", head) if sep else None
                if m and len(body) >= int(m[1]):
                    body = body[: int(m[1])]
                    break
                if not d:
                    if m or not sep:
                        raise EOFError("too early")
                    break
            r = re.match(rb"HTTP/\d\.\d (\d{3})", head)
            if not r:
                raise ValueError("no HTTP")
            if r[1] != b"200":
                raise LookupError(r[1].decode())
            return body.decode()

    async def one(p):
        async with sem:
            try:
                async with asyncio.timeout(seconds):
                    return await get(p)
            except Exception as e:
                return e

    return await asyncio.gather(*map(one, paths))
