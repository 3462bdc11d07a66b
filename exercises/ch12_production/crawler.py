"""Capstone: a concurrent crawler with limits, retries and a clean end.

crawl(start, fetch, max_workers=, page_timeout=, retries=0, max_pages=None) visits every page that can be reached
from `start`. `await fetch(url)` gives the links of a page, as a list of urls. Two urls are one page only if they are
equal; links may form circles, lead to the page itself, or stand in the list twice.

  * each page is fetched once, retries aside; which of the known pages comes next is up to you;
  * never more than max_workers (at least 1) calls of fetch are under way; a call that was cancelled is under way
    until it has ended. Nobody is idle: while fewer are under way, no known page waits;
  * a call of fetch that takes longer than page_timeout seconds, from its own beginning, is cancelled and counts as
    failed with a TimeoutError; what counts if it then gives links, or raises something else, is open. Any Exception
    that fetch raises is a failure, too, and ends nothing else;
  * a page that failed is fetched again, up to `retries` times more, without a pause;
  * crawl returns a CrawlReport as soon as the last call has ended and no known page is left:
    `pages` has the links of each page that was fetched, as fetch gave them; `failed` has the last exception of
    each page that was not. No page is in both;
  * max_pages (None: no limit; at least 1): no more than so many different pages are fetched, with success or not.
    Which of the known pages they are is up to you. If there are so many, there are no fewer;
  * when crawl is cancelled (once at most), the calls under way are cancelled, no other begins, and crawl ends
    cancelled as soon as they are over, even if one of them raises an Exception as it ends. However it ends, no task
    is left behind.

Try it:  python exercises/ch12_production/crawler.py
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
    raise NotImplementedError


SITE = {"/": ["/a", "/b", "/c"], "/a": ["/d", "/"], "/b": ["/d", "/e"], "/d": ["/f"], "/e": ["/a"]}


async def fetch(url: str) -> list[str]:
    await asyncio.sleep(0.9 if url == "/b" else 0.3)
    print(f"fetched {url}")
    return SITE.get(url, [])


if __name__ == "__main__":
    started = time.perf_counter()
    try:
        print(asyncio.run(crawl("/", fetch, max_workers=3, page_timeout=2)))
        print(f"{time.perf_counter() - started:.1f} s; 1.5 s would do")
    except NotImplementedError:
        print("Nobody crawls yet: write crawl.")
