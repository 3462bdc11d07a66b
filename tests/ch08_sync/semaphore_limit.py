"""Scenarios of semaphore_limit: pages that take their time, and some that cannot be had.

`pages` is a list of [url, seconds]; equal urls have equal seconds. `fails` names the urls whose fetch ends by an error,
`gives` those whose fetch returns one.
"""

import asyncio


async def crawl(exercise, record, pages, limit, fails=(), results=None, gives=(), as_tuple=False, **how):
    """One call of fetch_all, and whatever it leaves under way comes to its end."""
    before = asyncio.all_tasks()
    fetch, urls = website(record, pages, fails, results, gives)
    await record.call(exercise.fetch_all, fetch, tuple(urls) if as_tuple else urls, limit, **how)
    record.event("fetch_all is over")
    while left := asyncio.all_tasks() - before:
        await asyncio.wait(left)


async def crawl_again(exercise, record, pages, limits, fails=(), together=False):
    """A call for each of the limits, one after the other; together, if so asked. Only the first one meets errors."""

    async def one(number, limit):
        part = [[f"{url}{number}", seconds] for url, seconds in pages]
        fetch, urls = website(record, part, [] if number else [f"{url}0" for url in fails], None)
        await record.call(exercise.fetch_all, fetch, urls, limit)

    if together:
        await asyncio.gather(*(one(number, limit) for number, limit in enumerate(limits)))
        return
    for number, limit in enumerate(limits):
        before = asyncio.all_tasks()
        await one(number, limit)
        while left := asyncio.all_tasks() - before:
            await asyncio.wait(left)


def website(record, pages, fails, results, gives=()):
    """A fetch for these pages, and their urls. `results`: what it returns, url by url; a text, if it is not said."""
    errors = {url: OSError(f"{url} cannot be had") for url in [*fails, *gives]}
    for url, error in errors.items():
        record.name(error, f"the error of {url}")
    costs = dict(pages)

    async def fetch(url):
        with record.span(url):
            await asyncio.sleep(costs[url])
            if url in gives:
                return errors[url]
            if url in errors:
                raise errors[url]
        return f"page {url}" if results is None else results[url]

    return fetch, [url for url, _ in pages]
