"""Counts itself among the workers.

verdict: failed
diagnosis: never more than 2 fetches were under way, and max_workers is 3
"""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    seen = set()
    queue = asyncio.Queue()

    def discover(url):
        if url not in seen and (max_pages is None or len(seen) < max_pages):
            seen.add(url)
            queue.put_nowait(url)

    async def visit(url):
        for _ in range(1 + retries):
            try:
                links = await asyncio.wait_for(fetch(url), page_timeout)
            except Exception as error:
                if asyncio.current_task().cancelling():
                    raise asyncio.CancelledError from error
                report.failed[url] = error
            else:
                report.failed.pop(url, None)
                report.pages[url] = links
                for link in links:
                    discover(link)
                return

    async def worker():
        while True:
            url = await queue.get()
            await visit(url)
            queue.task_done()

    discover(start)
    workers = [asyncio.create_task(worker()) for _ in range(max(1, max_workers - 1))]
    try:
        await queue.join()
    finally:
        for task in workers:
            task.cancel()
        await asyncio.wait(workers)
    return report
