"""Fetches all pages of one level, then all of the next.

verdict: failed
diagnosis: it waited until a whole level, or batch, of pages was done
"""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    permits = asyncio.Semaphore(max_workers)
    seen, level = {start}, [start]

    async def visit(url):
        for _ in range(1 + retries):
            async with permits:
                try:
                    async with asyncio.timeout(page_timeout):
                        report.pages[url] = await fetch(url)
                    report.failed.pop(url, None)
                    return
                except Exception as error:
                    report.failed[url] = error

    while level:
        async with asyncio.TaskGroup() as group:
            for url in level:
                group.create_task(visit(url))
        following = []
        for url in level:
            for link in report.pages.get(url, ()):
                if link not in seen and (max_pages is None or len(seen) < max_pages):
                    seen.add(link)
                    following.append(link)
        level = following
    return report
