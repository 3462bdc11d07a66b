"""A boss starts a task for each page, and leaves one page for last: which page comes next is open."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


class _Order(list):
    def take(self):
        return self.pop(min(range(len(self)), key=lambda i: (self[i] == "/b", i)))


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report, known, seen, running = CrawlReport(), _Order([start]), {start}, {}

    async def visit(url):
        for left in reversed(range(retries + 1)):
            limit = asyncio.timeout(page_timeout)
            try:
                async with limit:
                    links = await fetch(url)
                if limit.expired():
                    raise TimeoutError
                return links
            except Exception as error:
                if not left or asyncio.current_task().cancelling():
                    raise TimeoutError() if limit.expired() else error

    begun = 0
    try:
        while True:
            while known and len(running) < max_workers and begun != max_pages:
                url = known.take()
                running[asyncio.create_task(visit(url))] = url
                begun += 1
            if not running:
                return report
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                url = running.pop(task)
                try:
                    report.pages[url] = task.result()
                except Exception as error:
                    report.failed[url] = error
                else:
                    for link in report.pages[url]:
                        if link not in seen:
                            seen.add(link)
                            known.append(link)
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
