"""Resolves the future in any case, and suppresses what a second time raises."""

import asyncio
import contextlib


async def call(api, request):
    future = asyncio.Future()

    def on_ok(answer):
        with contextlib.suppress(asyncio.InvalidStateError):
            future.set_result(answer)

    def on_err(error):
        with contextlib.suppress(asyncio.InvalidStateError):
            future.set_exception(error)

    handle = api.send(request, on_ok, on_err)
    try:
        return await future
    finally:
        if future.cancelled():
            api.abort(handle)
