"""Threads that send their results through an asyncio.Queue, by run_coroutine_threadsafe."""

import asyncio
import threading


async def crawl(blocking_get, urls):
    loop, queue = asyncio.get_running_loop(), asyncio.Queue()

    def work(number, url):
        try:
            outcome = (number, blocking_get(url), None)
        except Exception as error:
            outcome = (number, None, error)
        asyncio.run_coroutine_threadsafe(queue.put(outcome), loop)

    for number, url in enumerate(urls):
        threading.Thread(target=work, args=(number, url)).start()
    results = {}
    for _ in urls:
        number, value, error = await queue.get()
        if error is not None:
            raise error
        results[number] = value
    return [results[number] for number in range(len(urls))]
