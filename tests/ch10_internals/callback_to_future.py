"""Scenarios of callback_to_future: a library that answers by calling back, and one or several calls.

`replies` is a list of [when, "ok" or "err", value]: `when` is seconds after send, "send" for a callback before send has
returned, or "abort" for one from within abort.
"""

import asyncio
import threading


class LegacyApi:
    def __init__(self, record, replies, send_fails=False):
        self.record = record
        self.replies = replies
        self.send_fails = send_fails
        self.loop = asyncio.get_running_loop()
        self.thread = threading.get_ident()
        self.sent = []

    def send(self, request, on_ok, on_err):
        self.check_thread()
        self.record.event("send", request)
        if self.send_fails:
            error = ConnectionError("the library is closed")
            self.record.name(error, "the error of send")
            raise error
        handle = len(self.sent)
        self.sent.append((request, on_ok, on_err))
        self.play(handle, "send")
        for when, _, _ in self.replies[request]:
            if not isinstance(when, str):
                self.loop.call_later(when, self.play, handle, when)
        return handle

    def abort(self, handle):
        self.check_thread()
        known = type(handle) is int and 0 <= handle < len(self.sent)
        self.record.event("abort", self.sent[handle][0] if known else None)
        if known:
            self.play(handle, "abort")

    def play(self, handle, now):
        request, on_ok, on_err = self.sent[handle]
        for when, kind, value in self.replies[request]:
            if when == now:
                self.call_back(request, on_ok if kind == "ok" else on_err, kind, value)

    def call_back(self, request, callback, kind, value):
        self.record.event(f"on_{kind}", request)
        if kind == "err":
            value = LookupError(value)
            self.record.name(value, str(value))
        try:
            callback(value)
        except Exception as error:
            self.record.event("a callback raised", request, error=error)

    def check_thread(self):
        if threading.get_ident() != self.thread:
            raise RuntimeError("the library may only be called on the event loop's thread")


async def one(exercise, record, replies, request="tea", send_fails=False, cancel_at=(), after=0):
    """A single call, and then some time in which late callbacks come."""
    api = LegacyApi(record, {request: replies}, send_fails)
    await record.call(exercise.call, api, request, cancel_at=cancel_at)
    await asyncio.sleep(after)


async def several(exercise, record, requests):
    """Calls that overlap: each of `requests` is [seconds before it begins, request, replies]."""
    api = LegacyApi(record, {request: replies for _, request, replies in requests})

    async def customer(begin, request):
        await asyncio.sleep(begin)
        with record.span(request):
            try:
                answer = await exercise.call(api, request)
            except Exception as error:
                answer = error
        record.event("came out", request, answer=answer)

    async def customers():
        await asyncio.gather(*(customer(begin, request) for begin, request, _ in requests))

    await record.call(customers)
