"""Workers that share a stack under a Condition; the one that finishes the last page wakes all."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    stack, seen = [start], {start}
    busy = 0
    news = asyncio.Condition()

    async def fetched(url):
        error = None
        for _ in range(retries + 1):
            try:
                return await asyncio.wait_for(fetch(url), page_timeout), None
            except Exception as problem:
                if asyncio.current_task().cancelling():
                    raise asyncio.CancelledError from problem
                error = problem
        return None, error

    async def worker():
        nonlocal busy
        while True:
            async with news:
                while busy and not stack:
                    await news.wait()
                if not stack:
                    return
                url = stack.pop()
                busy += 1
            links, error = await fetched(url)
            if error is None:
                report.pages[url] = links
            else:
                report.failed[url] = error
            async with news:
                for link in links or ():
                    if link not in seen and (max_pages is None or len(seen) < max_pages):
                        seen.add(link)
                        stack.append(link)
                busy -= 1
                news.notify_all()

    async with asyncio.TaskGroup() as group:
        for _ in range(max_workers):
            group.create_task(worker())
    return report
