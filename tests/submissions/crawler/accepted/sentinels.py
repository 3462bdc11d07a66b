"""The worker that finishes the last known page puts one sentinel for each worker."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    queue = asyncio.LifoQueue()
    over = object()
    seen, open_pages = set(), 0

    def add(links):
        nonlocal open_pages
        for link in links:
            if link not in seen and (max_pages is None or max_pages > len(seen)):
                seen.add(link)
                open_pages += 1
                queue.put_nowait((link, 0))

    async def worker():
        nonlocal open_pages
        while True:
            job = await queue.get()
            if job is over:
                return
            url, failures = job
            try:
                async with asyncio.timeout(page_timeout):
                    links = await fetch(url)
            except Exception as error:
                if asyncio.current_task().cancelling():
                    raise asyncio.CancelledError from error
                if failures < retries:
                    queue.put_nowait((url, failures + 1))
                    continue
                report.failed[url] = error
            else:
                report.pages[url] = links
                add(links)
            open_pages -= 1
            if not open_pages:
                for _ in range(max_workers):
                    queue.put_nowait(over)

    add([start])
    async with asyncio.TaskGroup() as group:
        for _ in range(max_workers):
            group.create_task(worker())
    return report
