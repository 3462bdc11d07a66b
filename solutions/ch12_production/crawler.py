"""Capstone: a concurrent crawler with limits, retries and a clean end.

The hard question is when it is over. The queue is empty again and again while there is work to come: a page that is
being fetched may have links. So emptiness says nothing; what counts is the number of pages that are known and not
finished. That is what `Queue.join()` waits for: each page is put once, and marked by `task_done()` once, when its links
have been put. Put first, then mark: the other way round the count may touch zero in between.

A page is remembered as seen at the moment when it is put, with no await between the question and the answer. Asked
when it is fetched, two pages with the same link would both find it new. The limit on pages is on `seen`, for the same
reason: what has been put will be fetched.

A failure must not end a worker, or its page is never marked. So a visit handles every Exception itself. The
timeout lies around one call of fetch, not around the wait for a worker and not around all the attempts. CancelledError
is no Exception; it passes through, and the task group cancels the workers and waits until they are over. But a fetch
that is cancelled can raise an error of its own while it ends, and that looks like any other failure: so `over` says
that no other fetch may begin.

The workers never end by themselves: the crawl is their end, when join() has returned.
"""

import asyncio
import time
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
    over = False

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
                if over:
                    return
            else:
                report.failed.pop(url, None)
                report.pages[url] = links
                for link in links:
                    discover(link)
                return

    async def worker() -> None:
        while not over:
            url = await queue.get()
            await visit(url)
            queue.task_done()

    discover(start)
    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(worker()) for _ in range(max_workers)]
        try:
            await queue.join()
        finally:
            over = True
            for task in workers:
                task.cancel()
    return report


SITE = {"/": ["/a", "/b", "/c"], "/a": ["/d", "/"], "/b": ["/d", "/e"], "/d": ["/f"], "/e": ["/a"]}


async def fetch(url: str) -> list[str]:
    await asyncio.sleep(0.9 if url == "/b" else 0.3)
    print(f"fetched {url}")
    return SITE.get(url, [])


if __name__ == "__main__":
    started = time.perf_counter()
    print(asyncio.run(crawl("/", fetch, max_workers=3, page_timeout=2)))
    print(f"{time.perf_counter() - started:.1f} s")
