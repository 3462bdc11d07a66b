"""One loop that keeps a set of running fetches full and waits for the first to end."""

import asyncio
from collections import Counter, deque
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    known = [start]
    waiting = deque((start,))
    running = {}
    attempts = Counter()

    async def attempt(url):
        async with asyncio.timeout(page_timeout):
            return await fetch(url)

    try:
        while waiting or running:
            while waiting and len(running) < max_workers:
                url = waiting.popleft()
                attempts[url] += 1
                running[asyncio.create_task(attempt(url))] = url
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                url = running.pop(task)
                error = task.exception()
                if error is None:
                    report.pages[url] = task.result()
                    for link in task.result():
                        if link not in known and (max_pages is None or len(known) < max_pages):
                            known.append(link)
                            waiting.append(link)
                elif attempts[url] <= retries:
                    waiting.append(url)
                else:
                    report.failed[url] = error
    finally:
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
    return report
