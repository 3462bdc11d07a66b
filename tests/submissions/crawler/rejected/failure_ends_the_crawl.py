"""Lets the exception of a page end everything.

verdict: error
diagnosis: error 1 of /a came out of crawl
"""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    seen = {start}
    permits = asyncio.Semaphore(max_workers)

    async def visit(url):
        async with permits:
            report.pages[url] = await asyncio.wait_for(fetch(url), page_timeout)
        for link in report.pages[url]:
            if link not in seen:
                seen.add(link)
                group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start))
    return report
