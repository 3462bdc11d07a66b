"""Sets the result of asyncio's futures from the thread.

verdict: failed
diagnosis: crawl did not go on until something else woke the event loop
"""

import asyncio
import threading


async def crawl(blocking_get, urls):
    loop = asyncio.get_running_loop()

    def work(u, f):
        try:
            f.set_result(blocking_get(u))
        except Exception as e:
            f.set_exception(e)

    fs = [loop.create_future() for _ in urls]
    for u, f in zip(urls, fs):
        threading.Thread(target=work, args=(u, f)).start()
    return [await f for f in fs]
