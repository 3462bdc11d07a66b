"""Scenarios of schedule_early: some pages are fetched, and there is other work."""

import asyncio
import builtins

EMPTY_PAGE = 0  # this url has no content: its response is None


async def fetching(
    exercise, record, urls, takes, other, fails=(), error="ConnectionError", other_fails=False, cancel_at=()
):
    """make_requests; the n-th url takes as long as the n-th of `takes` says (which begins again when it is used up)."""
    called = []
    home = asyncio.get_running_loop()
    main = asyncio.current_task()

    def where():
        return {
            "at_home": asyncio.get_running_loop() is home,
            "own_task": asyncio.current_task() is not main,
        }

    async def request(url, again):
        with record.span(f"request {url}", url=url, **where()):
            await asyncio.sleep(takes[urls.index(url) % len(takes)])
            if url in fails:
                failure = getattr(builtins, error)(f"no answer from {url}")
                record.name(failure, "the error of a request")
                raise failure
            return None if url == EMPTY_PAGE else f"page {url}{again}"

    def get_request(url):
        record.event("called", f"request {url}")
        again = ", another time" if url in called else ""
        called.append(url)
        return request(url, again)

    async def other_work():
        with record.span("other work", **where()):
            await asyncio.sleep(other)
            if other_fails:
                failure = LookupError("the other work went wrong")
                record.name(failure, "the error of the other work")
                raise failure

    await record.call(exercise.make_requests, tuple(urls), get_request, other_work, cancel_at=cancel_at)


async def two_at_once(exercise, record, urls, takes, other):
    """make_requests for each of the lists of urls, all at the same time."""
    calls = [fetching(exercise, record, each, takes, other) for each in urls]
    await asyncio.gather(*map(record.background, calls))
