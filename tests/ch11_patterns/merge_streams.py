"""Scenarios of merge_streams: sources that give items at their own pace, and a reader who takes his time.

Each of `sources` is a name and the items, [seconds until it comes, item] each; the items "an exception" and "a pair"
stand for one. Those in `plain` are iterables whose iterator has no aclose(); those in `closable` are iterators that
have one, and no generators; those in `failing` raise after their last item, an OSError or what `error` names; those in
`lasting` go on for that many seconds after their last item; those in `closing` take that many seconds to be closed.
"""

import asyncio
from contextlib import suppress


class Broken(Exception):
    """An error that only the sources know of."""


ERRORS = {error.__name__: error for error in (OSError, TimeoutError, KeyError, Broken)}


class Plain:
    """An asynchronous iterable that is no iterator, and cannot be closed."""

    def __init__(self, generator):
        self._generator = generator

    def __aiter__(self):
        return PlainIterator(self._generator)


class PlainIterator:
    def __init__(self, generator):
        self._generator = generator

    def __aiter__(self):
        return self

    async def __anext__(self):
        return await anext(self._generator)


class Closable(PlainIterator):
    """An iterator that is no generator, and can be closed."""

    async def aclose(self):
        await self._generator.aclose()


class Sources:
    """The sources of one run; `open()` names those that have begun and are not over."""

    def __init__(
        self,
        record,
        sources,
        plain=(),
        closable=(),
        failing=(),
        closing=None,
        lasting=None,
        error="OSError",
    ):
        self._record = record
        self._plain, self._failing, self._closing = plain, failing, closing or {}
        self._lasting = lasting or {}
        self._error = ERRORS[error]
        self._special = {"an exception": Broken("an item"), "a pair": ("end", None)}
        self._open = []
        self._generators = [self._source(name, items) for name, items in sources.items()]
        self.given = [
            Plain(generator) if name in plain else Closable(generator) if name in closable else generator
            for name, generator in zip(sources, self._generators, strict=True)
        ]

    async def _source(self, name, items):
        self._open.append(name)
        with self._record.span(name):
            try:
                for pause, item in items:
                    if pause:
                        await asyncio.sleep(pause)
                    self._record.event("read", name, item=item)
                    yield self._special[item] if item in list(self._special) else item
                if name in self._lasting:
                    await asyncio.sleep(self._lasting[name])
                if name in self._failing:
                    error = self._error(f"{name} broke")
                    self._record.name(error, f"the error of {name}")
                    raise error
            finally:
                try:
                    if name in self._closing:
                        await asyncio.sleep(self._closing[name])
                finally:
                    self._open.remove(name)

    def name_of(self, item):
        """How the inputs call this item."""
        return next((name for name, special in self._special.items() if special is item), item)

    def open(self):
        return [name for name in self._open if name not in self._plain]

    async def close(self):
        for generator in self._generators:
            with suppress(RuntimeError):  # somebody may still be reading
                await generator.aclose()


async def reading(exercise, record, sources, work=0, enough=None, cancel_at=(), **how):
    """A reader takes the items of all sources, works on each for `work` seconds, and closes when he has `enough`."""
    made = Sources(record, sources, **how)

    async def reader():
        merged = exercise.merge(*made.given)
        count = 0
        try:
            async for item in merged:
                record.event("got", "reader", item=made.name_of(item))
                if work:
                    with record.span("reader"):
                        await asyncio.sleep(work)
                count += 1
                if count == enough:
                    break
        finally:
            record.event("enough", "reader", count=count)
            await merged.aclose()
            if count == enough:
                # A generator whose finally awaited what it had cancelled, and went on: Python 3.11 and 3.12 close it,
                # and then say for ever that it is already running.
                with suppress(RuntimeError):
                    async for item in merged:
                        record.event("got", "reader", item=item)

    await record.call(reader, cancel_at=cancel_at)
    record.event("afterwards", "reader", open=made.open())
    await made.close()


async def not_closed(exercise, record, sources, work=0, **how):
    """A reader who never calls aclose(), and who asks once more after the end."""
    made = Sources(record, sources, **how)
    merged = exercise.merge(*made.given)

    async def reader():
        async for item in merged:
            record.event("got", "reader", item=item)
            if work:
                await asyncio.sleep(work)

    await record.call(reader)
    record.event("afterwards", "reader", open=made.open())
    if record.last["ending"] == "raised":
        with suppress(Exception):  # it may be the same error again
            async for item in merged:
                record.event("more", "reader", item=item)
    await made.close()


async def two_at_a_time(exercise, record, first, second):
    """Two merges, one after the other begun and both under way."""

    async def reader(name, sources, work):
        made = Sources(record, sources)
        async for item in exercise.merge(*made.given):
            record.event("got", name, item=item)
            await asyncio.sleep(work)

    async def both():
        async with asyncio.TaskGroup() as group:
            group.create_task(reader("reader 1", first, 0.1))
            group.create_task(reader("reader 2", second, 0))

    await record.call(both)
