"""A blocking client in a coroutine.

verdict: failed
diagnosis: fetch_all had blocked the loop
"""

import asyncio
import http.client


async def fetch_all(host, port, paths, *, limit, seconds):
    places = asyncio.Semaphore(limit)

    async def fetch(path):
        async with places:
            try:
                return await asyncio.wait_for(get(host, port, path), seconds)
            except Exception as error:
                return error

    return await asyncio.gather(*(fetch(path) for path in paths))


async def get(host, port, path):
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", path, headers={"Connection": "close"})
        answer = connection.getresponse()
        if answer.status != 200:
            raise ValueError(answer.status)
        return answer.read().decode()
    finally:
        connection.close()
