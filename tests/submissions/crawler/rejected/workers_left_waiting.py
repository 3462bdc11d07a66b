"""Joins the queue and forgets the workers.

verdict: leaked
diagnosis: workers that wait for the next page do not end because there is none
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
                async with asyncio.timeout(page_timeout):
                    links = await fetch(url)
            except Exception as error:
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
    crawl.workers = [asyncio.create_task(worker()) for _ in range(max_workers)]
    await queue.join()
    return report
