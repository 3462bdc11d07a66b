"""Has a thread ask the loop to make the call.

verdict: failed
diagnosis: because blocking_get ran on the event loop's thread
"""

import asyncio
import threading


async def crawl(blocking_get, urls):
    loop = asyncio.get_running_loop()

    async def one(u):
        f = loop.create_future()

        def work():
            loop.call_soon_threadsafe(lambda: f.set_result(blocking_get(u)))

        threading.Thread(target=work).start()
        return await f

    return await asyncio.gather(*map(one, urls))
