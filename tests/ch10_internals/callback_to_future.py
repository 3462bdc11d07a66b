"""Scenarios of callback_to_future: a library that answers by calling back, and one or several calls.

`replies` is a list of [when, "ok" or the kind of an error, value]: `when` is seconds after send, "send" for a callback
before send has returned, or "abort" for one from within abort. `handle` is what kind of value send returns.
"""

import asyncio
import threading

ERRORS = {
    "err": LookupError,
    "timeout": TimeoutError,
    "connection": ConnectionError,
    "group": lambda text: ExceptionGroup(text, [LookupError(text)]),
}
HANDLES = {"number": int, "none": lambda number: None, "list": lambda number: [number]}


class LegacyApi:
    """`replies`: for each request a list with the replies to each time that it is sent."""

    def __init__(self, record, replies, send_fails=False, handle="number"):
        self.record = record
        self.replies = replies
        self.send_fails = send_fails
        self.handle = HANDLES[handle]
        self.handles = []
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
        number = len(self.sent)
        replies = self.replies[request].pop(0) if len(self.replies[request]) > 1 else self.replies[request][0]
        self.sent.append((request, on_ok, on_err, replies))
        self.handles.append(self.handle(number))
        self.play(number, "send")
        for when, _, _ in replies:
            if not isinstance(when, str):
                self.loop.call_later(when, self.play, number, when)
        return self.handles[number]

    def abort(self, handle):
        self.check_thread()
        number = next((number for number, known in enumerate(self.handles) if known is handle), None)
        self.record.event("abort", None if number is None else self.sent[number][0])
        if number is not None:
            self.play(number, "abort")

    def play(self, number, now):
        request, on_ok, on_err, replies = self.sent[number]
        for when, kind, value in replies:
            if when == now and kind == "ok":
                self.call_back(request, "on_ok", on_ok, value)
            elif when == now:
                error = ERRORS[kind](value)
                self.record.name(error, value)
                self.call_back(request, "on_err", on_err, error)

    def call_back(self, request, what, callback, value):
        self.record.event(what, request)
        try:
            outcome = callback(value)
        except Exception as error:
            self.record.event("a callback raised", request, error=error)
        else:
            if asyncio.iscoroutine(outcome):
                self.record.event("a callback gave a coroutine", request)

    def check_thread(self):
        if threading.get_ident() != self.thread:
            raise RuntimeError("the library may only be called on the event loop's thread")


async def one(
    exercise, record, replies, request="tea", send_fails=False, handle="number", cancel_at=(), after=0
):
    """A single call, and then some time in which late callbacks come."""
    api = LegacyApi(record, {request: [replies]}, send_fails, handle)
    value = await record.call(exercise.call, api, request, cancel_at=cancel_at)
    if asyncio.isfuture(value):
        record.event("returned a future")
    await asyncio.sleep(after)


async def several(exercise, record, requests):
    """Calls that overlap: each of `requests` is [seconds before it begins, request, replies]."""
    replies = {}
    for _, request, to_it in requests:
        replies.setdefault(request, []).append(to_it)
    api = LegacyApi(record, replies)

    async def customer(begin, request):
        await asyncio.sleep(begin)
        with record.span(request):
            try:
                answer = await exercise.call(api, request)
            except Exception as error:
                answer = error
        record.event("came out", request, answer=answer, begin=begin)

    async def customers():
        await asyncio.gather(*(customer(begin, request) for begin, request, _ in requests))

    await record.call(customers)
