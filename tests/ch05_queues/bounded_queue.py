"""Scenarios of bounded_queue: a source, a sink, and a pipeline between them.

`items` is a list of [seconds until it can be read, item]; `work` is the sink's seconds per item, or a list of them.
"""

import asyncio
from contextlib import suppress


class Plain:
    """An asynchronous iterable that is no iterator, and has no aclose()."""

    def __init__(self, generator):
        self._generator = generator

    def __aiter__(self):
        return PlainIterator(self._generator)


class PlainIterator:
    """It is no generator."""

    def __init__(self, generator):
        self._generator = generator

    def __aiter__(self):
        return self

    async def __anext__(self):
        return await anext(self._generator)


class Closable(PlainIterator):
    """It is no generator either, and has an aclose() all the same."""

    async def aclose(self):
        await self._generator.aclose()


def label(item):
    return f"item {item!r}"


async def flow(
    exercise,
    record,
    items,
    work,
    limit,
    source_fails=None,
    sink_fails_on=None,
    plain=False,
    closable=False,
    closing=0,
    tidying=0,
    errors_as_items=False,
    **how,
):
    """One call of pipeline. Afterwards: whether the source, which takes `closing` seconds to close, was over when the
    call came back. The sink takes `tidying` seconds to end when it is cancelled. With `errors_as_items`, each item is
    in an exception, which is not raised."""
    source_error = {"ValueError": ValueError}.get(source_fails, OSError)("the source broke")
    sink_error = ValueError("the sink is full")
    record.name(source_error, "the source's error")
    record.name(sink_error, "the sink's error")
    begun = over = False

    async def source():
        nonlocal begun, over
        begun = True
        try:
            with record.span("source"):
                for pause, item in items:
                    if pause:
                        await asyncio.sleep(pause)
                    record.event("read", label(item))
                    yield ValueError(item) if errors_as_items else item
                if source_fails:
                    raise source_error
        finally:
            try:
                if closing:
                    await asyncio.sleep(closing)
            finally:  # whoever is asked a second time to stop is over, too
                over = True

    written = 0

    async def sink(item):
        if errors_as_items:
            item = item.args[0]
        nonlocal written
        number, written = written, written + 1
        with record.span(label(item), item=item):
            try:
                await asyncio.sleep(work[number] if isinstance(work, list) else work)
            except asyncio.CancelledError:
                if tidying:
                    await asyncio.sleep(tidying)
                raise
            if number == sink_fails_on:
                raise sink_error

    generator = source()
    given = Plain(generator) if plain else Closable(generator) if closable else generator
    await record.call(exercise.pipeline, given, sink, limit, **how)
    record.event("afterwards", over=over or not begun)
    with suppress(RuntimeError):  # somebody may still be reading
        await generator.aclose()


async def side_by_side(exercise, record, first, second):
    """Two calls at the same time."""
    await asyncio.gather(flow(exercise, record, **first), flow(exercise, record, **second))
