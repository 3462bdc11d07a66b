"""Looks in each turn of the loop whether all is done.

verdict: spin
diagnosis: somebody asks again and again
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

Fetch = Callable[[str], Awaitable[list[str]]]


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(
    start: str,
    fetch: Fetch,
    *,
    max_workers: int,
    page_timeout: float,
    retries: int = 0,
    max_pages: int | None = None,
) -> CrawlReport:
    report = CrawlReport()
    seen: set[str] = set()
    queue: asyncio.Queue[str] = asyncio.Queue()

    def discover(url: str) -> None:
        if url not in seen and (max_pages is None or len(seen) < max_pages):
            seen.add(url)
            queue.put_nowait(url)

    async def visit(url: str) -> None:
        for _ in range(1 + retries):
            try:
                async with asyncio.timeout(page_timeout):
                    links = await fetch(url)
            except Exception as error:
                report.failed[url] = error
            else:
                report.failed.pop(url, None)
                report.pages[url] = links
                for link in links:
                    discover(link)
                return

    async def worker() -> None:
        while True:
            url = await queue.get()
            await visit(url)
            queue.task_done()

    discover(start)
    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(worker()) for _ in range(max_workers)]
        while queue._unfinished_tasks:
            await asyncio.sleep(0)
        for task in workers:
            task.cancel()
    return report
