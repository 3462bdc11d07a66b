"""Starts threads and joins them, which blocks.

verdict: failed
diagnosis: the event loop's own thread stood and waited for them
"""

import threading


async def crawl(blocking_get, urls):
    results = [None] * len(urls)

    def work(number):
        results[number] = blocking_get(urls[number])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(urls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
