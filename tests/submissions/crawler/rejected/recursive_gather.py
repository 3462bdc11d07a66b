"""gather for the links of each page; when it is cancelled, it does not wait for all of them.

verdict: leaked
diagnosis: crawl ended while a fetch that it had cancelled was still under way
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
        for _ in range(1 + retries):
            async with permits:
                try:
                    async with asyncio.timeout(page_timeout):
                        links = report.pages[url] = await fetch(url)
                    report.failed.pop(url, None)
                    break
                except Exception as error:
                    report.failed[url] = error
        else:
            return
        fresh = []
        for link in links:
            if link not in seen and (max_pages is None or len(seen) < max_pages):
                seen.add(link)
                fresh.append(link)
        await asyncio.gather(*map(visit, fresh))

    await visit(start)
    return report
