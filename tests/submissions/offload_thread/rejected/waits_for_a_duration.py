"""Starts threads and waits for as long as the demo's calls take.

verdict: failed
diagnosis: crawl came back while calls were still under way
"""

import asyncio
import threading


async def crawl(blocking_get, urls):
    results = {}

    def work(number):
        results[number] = blocking_get(urls[number])

    for number in range(len(urls)):
        threading.Thread(target=work, args=(number,)).start()
    await asyncio.sleep(0.1)
    return [results.get(number) for number in range(len(urls))]
