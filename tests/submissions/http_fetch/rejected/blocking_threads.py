"""A blocking client in threads: a thread does not end when nobody waits for it any more.

verdict: failed
diagnosis: connections were still open
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
    return await asyncio.to_thread(get_in_a_thread, host, port, path)


def get_in_a_thread(host, port, path):
    connection = http.client.HTTPConnection(host, port, timeout=8)
    try:
        connection.request("GET", path, headers={"Connection": "close"})
        answer = connection.getresponse()
        if answer.status != 200:
            raise ValueError(answer.status)
        return answer.read().decode()
    finally:
        connection.close()
