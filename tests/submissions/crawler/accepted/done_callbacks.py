"""Starts the next fetches from the callback of the one that has ended; a future says when it is over."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    loop = asyncio.get_running_loop()
    over = loop.create_future()
    waiting, seen, running = [(start, retries)], {start}, set()

    async def limited(url):
        return await asyncio.wait_for(fetch(url), page_timeout)

    def pump():
        while waiting and len(running) < max_workers:
            url, left = waiting.pop(0)
            task = loop.create_task(limited(url))
            running.add(task)
            task.add_done_callback(lambda task, url=url, left=left: ended(task, url, left))
        if not running and not over.done():
            over.set_result(None)

    def ended(task, url, left):
        running.discard(task)
        if task.cancelled() or over.cancelled():
            return
        error = task.exception()
        if error is None:
            report.pages[url] = task.result()
            for link in task.result():
                if link not in seen and (max_pages is None or len(seen) < max_pages):
                    seen.add(link)
                    waiting.append((link, retries))
        elif left:
            waiting.insert(0, (url, left - 1))
        else:
            report.failed[url] = error
        pump()

    pump()
    try:
        await over
    finally:
        while running:
            for task in running:
                task.cancel()
            await asyncio.wait(running)
    return report
