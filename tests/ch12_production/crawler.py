"""Scenarios of crawler: a site, and somebody who fetches its pages.

A page says which `links` it has, how many seconds a fetch `takes`, how many of its fetches `fail` ("timeout": with a
TimeoutError of its own), how many `hang`, and how long a fetch `cleans` up when it is cancelled. One that
`breaks` raises an error of its own when it is cancelled.
"""

import asyncio

HANGING = 9
KINDS = {"ValueError": ValueError, "OSError": OSError, "TimeoutError": TimeoutError}


class Site:
    def __init__(self, record, pages):
        self.record = record
        self.pages = pages
        self.fetched = {}

    async def fetch(self, url):
        page = self.pages.get(url, {})
        attempt = self.fetched[url] = self.fetched.get(url, 0) + 1
        with self.record.span(url, attempt=attempt):
            hangs = attempt <= page.get("hangs", 0)
            try:
                await asyncio.sleep(HANGING if hangs else page.get("takes", 1))
            except asyncio.CancelledError:
                if "cleans" in page:
                    await asyncio.sleep(page["cleans"])
                if page.get("breaks"):
                    raise OSError(f"{url} cannot be closed") from None
                raise
            if attempt <= page.get("fails", 0):
                error = KINDS[page.get("kind", "ValueError")](f"{url} cannot be read")
                self.record.name(error, f"error {attempt} of {url}")
                raise error
        return list(page.get("links", []))


async def crawling(exercise, record, pages, start="/", cancel_at=(), patience=None, **limits):
    """One crawl of the site. `patience`: seconds after which nobody waits for its end any more."""

    async def crawl(start, fetch, **limits):
        report = await exercise.crawl(start, fetch, **limits)
        try:
            return {"pages": report.pages, "failed": report.failed}
        except AttributeError:
            return report

    call = record.call(crawl, start, Site(record, pages).fetch, cancel_at=cancel_at, **limits)
    await (call if patience is None else asyncio.wait([record.background(call)], timeout=patience))
    if record.last["leftovers"]:
        await asyncio.sleep(5)  # long enough to see what becomes of them


async def two_crawls(exercise, record, sites, **limits):
    """Crawls of several sites at the same time, which must not know of each other."""

    async def crawls():
        reports = await asyncio.gather(
            *(exercise.crawl("/", Site(record, pages).fetch, **limits) for pages in sites)
        )
        return [sorted(report.pages) for report in reports]

    await record.call(crawls)
