"""A class of its own that is a pair of callbacks and an awaitable."""

import asyncio


class Reply:
    def __init__(self):
        self.waiter = None
        self.outcome = None

    def on_ok(self, answer):
        self.settle(("ok", answer))

    def on_err(self, error):
        self.settle(("error", error))

    def settle(self, outcome):
        if self.outcome is None:
            self.outcome = outcome
            if self.waiter is not None and not self.waiter.done():
                self.waiter.set_result(None)

    def __await__(self):
        if self.outcome is None:
            self.waiter = asyncio.get_running_loop().create_future()
            yield from self.waiter
        kind, value = self.outcome
        if kind == "error":
            raise value
        return value


async def call(api, request):
    reply = Reply()
    handle = api.send(request, reply.on_ok, reply.on_err)
    try:
        return await reply
    except asyncio.CancelledError:
        api.abort(handle)
        raise
