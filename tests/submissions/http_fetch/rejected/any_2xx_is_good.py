"""Takes every status that begins with 2 for a good one.

verdict: failed
diagnosis: the server answered /part with status 206
"""

import asyncio


async def fetch_all(host, port, paths, *, limit, seconds):
    sem = asyncio.Semaphore(limit)

    async def get(path):
        reader, writer = await asyncio.open_connection(host, port)
        try:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
            first = (await reader.readline()).decode()
            if not first.startswith("HTTP/") or first.split()[1][0] != "2":
                raise ValueError(first)
            n = None
            while l := (await reader.readuntil(b"\n")).decode().strip():
                k, _, v = l.partition(":")
                if k.lower() == "content-length":
                    n = int(v)
            body = await (reader.readexactly(n) if n is not None else reader.read())
            return body.decode()
        finally:
            writer.close()

    async def one(p):
        async with sem:
            try:
                return await asyncio.wait_for(get(p), seconds)
            except Exception as e:
                return e

    return list(await asyncio.gather(*map(one, paths)))
