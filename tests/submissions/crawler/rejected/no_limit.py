"""A task for each page, and nothing that limits them.

verdict: failed
diagnosis: 3 fetches were under way at once, and max_workers is 2
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

    async def visit(url, group):
        for _ in range(1 + retries):
            try:
                links = report.pages[url] = await asyncio.wait_for(fetch(url), page_timeout)
                report.failed.pop(url, None)
                break
            except Exception as error:
                report.failed[url] = error
        else:
            return
        for link in links:
            if link not in seen and (max_pages is None or len(seen) < max_pages):
                seen.add(link)
                group.create_task(visit(link, group))

    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start, group))
    return report
