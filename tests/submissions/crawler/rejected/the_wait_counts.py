"""The time limit begins when a page is known.

verdict: failed
diagnosis: a page's time begins when its fetch begins
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

    async def get(url):
        async with permits:
            return await fetch(url)

    async def visit(url, group):
        for _ in range(1 + retries):
            try:
                links = await asyncio.wait_for(get(url), page_timeout)
            except Exception as error:
                report.failed[url] = error
            else:
                report.failed.pop(url, None)
                report.pages[url] = links
                for link in links:
                    if link not in seen and (max_pages is None or len(seen) < max_pages):
                        seen.add(link)
                        group.create_task(visit(link, group))
                return

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start, group))
    return report
