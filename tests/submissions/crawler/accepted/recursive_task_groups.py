"""Each page opens a task group for the pages that it was the first to find."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    seen = {start}
    permits = asyncio.BoundedSemaphore(max_workers)

    async def get(url):
        async with permits:
            async with asyncio.timeout(page_timeout):
                return await fetch(url)

    async def visit(url):
        for _ in range(retries + 1):
            try:
                report.pages[url] = await get(url)
                break
            except Exception as error:
                if asyncio.current_task().cancelling():
                    raise asyncio.CancelledError from error
                report.failed[url] = error
        else:
            return
        report.failed.pop(url, None)
        async with asyncio.TaskGroup() as group:
            for link in report.pages[url]:
                if link not in seen and (max_pages is None or len(seen) < max_pages):
                    seen.add(link)
                    group.create_task(visit(link))

    await visit(start)
    return report
