"""A task for each page, made when its link is found; a semaphore lets some of them fetch."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    seen = set()
    permits = asyncio.Semaphore(max_workers)

    async def visit(url, group):
        for attempt in range(retries + 1):
            async with permits:
                try:
                    async with asyncio.timeout(page_timeout):
                        links = await fetch(url)
                    break
                except Exception as error:
                    if asyncio.current_task().cancelling():
                        raise asyncio.CancelledError from error
                    if attempt == retries:
                        report.failed[url] = error
                        return
        report.pages[url] = links
        spawn(links, group)

    def spawn(links, group):
        for link in links:
            if link not in seen and len(seen) != max_pages:
                seen.add(link)
                group.create_task(visit(link, group))

    async with asyncio.TaskGroup() as group:
        spawn([start], group)
    return report
