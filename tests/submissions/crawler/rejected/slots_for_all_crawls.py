"""Keeps the semaphores by their number: two crawls at the same time share one.

verdict: failed
diagnosis: two crawls at once, of 3 pages each and both with max_workers=1, took 6 s, not 3
"""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


_slots = {}


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    slots = _slots.setdefault(max_workers, asyncio.Semaphore(max_workers))
    seen = set()

    async def visit(url):
        async with slots:
            for left in reversed(range(retries + 1)):
                try:
                    async with asyncio.timeout(page_timeout):
                        report.pages[url] = await fetch(url)
                    break
                except Exception as error:
                    if asyncio.current_task().cancelling():
                        raise asyncio.CancelledError from error
                    if not left:
                        report.failed[url] = error
        for link in report.pages.get(url, []):
            spawn(link)

    def spawn(url):
        if url in seen or (max_pages is not None and len(seen) >= max_pages):
            return
        seen.add(url)
        nursery.create_task(visit(url))

    async with asyncio.TaskGroup() as nursery:
        spawn(start)
    return report
