"""Each fetch is a task of its own that a timer cancels; workers end when nobody has anything to do."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class CrawlReport:
    pages: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, Exception] = field(default_factory=dict)


async def crawl(start, fetch, *, max_workers, page_timeout, retries=0, max_pages=None):
    report = CrawlReport()
    loop = asyncio.get_running_loop()
    todo, seen, busy = {start}, {start}, 0
    changed = asyncio.Event()

    async def once(url):
        task = asyncio.ensure_future(fetch(url))
        timer = loop.call_later(page_timeout, task.cancel)
        try:
            await asyncio.wait([task])
        finally:
            timer.cancel()
            if not task.done():
                task.cancel()
                await asyncio.wait([task])
        if task.cancelled():
            raise TimeoutError(url)
        return task.result()

    async def worker():
        nonlocal busy, changed
        while todo or busy:
            if not todo:
                await changed.wait()
                continue
            url = todo.pop()
            busy += 1
            try:
                for left in range(retries, -1, -1):
                    try:
                        links = await once(url)
                    except Exception as error:
                        if not left:
                            report.failed[url] = error
                    else:
                        report.pages[url] = links
                        for link in links:
                            if link not in seen and (max_pages is None or len(seen) < max_pages):
                                seen.add(link)
                                todo.add(link)
                        break
            finally:
                busy -= 1
                changed.set()
                changed = asyncio.Event()

    async with asyncio.TaskGroup() as group:
        for _ in range(max_workers):
            group.create_task(worker())
    return report
