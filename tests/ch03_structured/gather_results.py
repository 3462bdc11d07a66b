"""Scenarios of gather_results: somebody fetches pages, and some of the fetches fail.

A plan says for each key how many seconds its fetch `takes` (None: it ends without waiting), what it `gives` (its name
in capitals, if not said), and as what kind of error it `fails`, if it does.
"""

import asyncio


class NoSuchPage(Exception):
    """An error that only this site knows."""


ERRORS = {
    "ValueError": ValueError,
    "KeyError": KeyError,
    "TimeoutError": TimeoutError,
    "NoSuchPage": NoSuchPage,
    "ExceptionGroup": lambda text: ExceptionGroup(text, [OSError(text), ValueError(text)]),
}


def site(record, plan):
    """The fetch function of a site."""

    async def fetch(key):
        page = plan[key]
        with record.span(key):
            if page["takes"] is not None:
                await asyncio.sleep(page["takes"])
            if "fails" in page:
                error = ERRORS[page["fails"]](f"{key} cannot be fetched")
                record.name(error, f"the error of {key}")
                raise error
        return page.get("gives", key.upper())

    return fetch


async def settling(exercise, record, plan, keys, as_tuple=False):
    """settle, called to its end."""
    await record.call(exercise.settle, site(record, plan), tuple(keys) if as_tuple else keys)


async def fetching(exercise, record, plan, keys, then=0, as_tuple=False):
    """first_error, called to its end; `then` seconds pass in which others may finish."""
    await record.call(exercise.first_error, site(record, plan), tuple(keys) if as_tuple else keys)
    await asyncio.sleep(then)


async def again_and_together(exercise, record, function, plan, lists, together):
    """One of the two functions, called with one list of keys after the other, and then with several at a time."""

    async def call(keys):
        await record.call(getattr(exercise, function), site(record, plan), keys)

    for keys in lists:
        await call(keys)
    await asyncio.gather(*map(call, together))


async def fetching_objects(exercise, record, keys):
    """first_error where the values are exception objects."""

    async def fetch(key):
        with record.span(key):
            value = ValueError(key)
            record.name(value, f"the value of {key}")
            return value

    await record.call(exercise.first_error, fetch, keys)


async def interrupted(exercise, record, function, plan, keys, cancel_at, then):
    """One of the two functions, cancelled on the way; `then` seconds pass in which the fetches may go on."""
    await record.call(getattr(exercise, function), site(record, plan), keys, cancel_at=[cancel_at])
    await asyncio.sleep(then)
