"""A fetch that raises an error while it is cancelled with the crawl counts as failed, and its worker goes on.

verdict: failed
diagnosis: was begun, when it had raised an error instead of a CancelledError
"""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    queue = asyncio.Queue()
    seen = set()

    def discover(url):
        if url not in seen and (max_pages is None or len(seen) < max_pages):
            seen.add(url)
            queue.put_nowait(url)

    async def worker():
        while True:
            url = await queue.get()
            for left in reversed(range(retries + 1)):
                try:
                    async with asyncio.timeout(page_timeout):
                        links = await fetch(url)
                except Exception as error:
                    if not left:
                        report.failed[url] = error
                else:
                    report.pages[url] = links
                    for link in links:
                        discover(link)
                    break
            queue.task_done()

    discover(start)
    workers = [asyncio.create_task(worker()) for _ in range(max_workers)]
    try:
        await queue.join()
    finally:
        for task in workers:
            task.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return report
