"""A thread for each call, and a future that the loop is asked to resolve."""

import asyncio
import threading


async def crawl(blocking_get, urls):
    loop = asyncio.get_running_loop()

    def start(url):
        future = loop.create_future()

        def resolve(method, value):
            if not future.done():
                method(value)

        def work():
            try:
                value = blocking_get(url)
            except Exception as error:
                loop.call_soon_threadsafe(resolve, future.set_exception, error)
            else:
                loop.call_soon_threadsafe(resolve, future.set_result, value)

        threading.Thread(target=work, daemon=True).start()
        return future

    return list(await asyncio.gather(*[start(url) for url in urls]))
