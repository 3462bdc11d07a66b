"""Actor: results come by a queue; timers by call_later and a Future; class with __await__."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict = field(default_factory=dict)
    failed: dict = field(default_factory=dict)


class Visit:
    def __init__(self, fetch, url, limit, left):
        self.fetch, self.url, self.limit, self.left = fetch, url, limit, left

    def __await__(self):
        loop = asyncio.get_running_loop()
        while True:
            task = asyncio.ensure_future(self.fetch(self.url))
            cut = []
            timer = loop.call_later(self.limit, lambda: (cut.append(1), task.cancel()))
            try:
                links = yield from task.__await__()
                return links
            except asyncio.CancelledError:
                if not cut or asyncio.current_task().cancelling():
                    if not task.done():
                        task.cancel()
                        yield from asyncio.wait([task]).__await__()
                    raise
                error = TimeoutError()
            except Exception as problem:
                error = problem
            finally:
                timer.cancel()
            if not self.left or asyncio.current_task().cancelling():
                raise error
            self.left -= 1


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    mailbox = asyncio.Queue()
    seen = set()
    tasks = {}
    backlog = []

    def known(urls):
        for url in urls:
            if url in seen or len(seen) == max_pages:
                continue
            seen.add(url)
            backlog.append(url)
        while backlog and len(tasks) < max_workers:
            url = backlog.pop()
            tasks[url] = asyncio.create_task(visit(url))

    async def visit(url):
        try:
            mailbox.put_nowait((url, await Visit(fetch, url, page_timeout, retries), None))
        except Exception as error:
            mailbox.put_nowait((url, (), error))

    try:
        known([start])
        while tasks:
            url, links, error = await mailbox.get()
            await tasks.pop(url)
            if error is None:
                report.pages[url] = links
            else:
                report.failed[url] = error
            known(links)
    finally:
        for t in tasks.values():
            t.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    return report
