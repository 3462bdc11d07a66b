"""A list of deadlines that is kept in order, and callbacks instead of tasks in the queue."""

import bisect
import types


@types.coroutine
def sleep(seconds):
    yield ("sleep", seconds)


@types.coroutine
def join(task):
    return (yield ("join", task))


class Task:
    def __init__(self, loop, coro):
        self.loop = loop
        self.coro = coro
        self.done = False
        self.value = self.error = None
        self.callbacks = []
        loop.call_soon(self.step)

    def step(self, value=None, error=None):
        while True:
            try:
                kind, what = self.coro.send(value) if error is None else self.coro.throw(error)
            except StopIteration as stop:
                self.set(stop.value, None)
                return
            except Exception as raised:
                self.set(None, raised)
                return
            if kind == "sleep" and what == 0:
                self.loop.call_soon(self.step)
                return
            if kind == "sleep":
                self.loop.call_later(what, self.step)
                return
            if not what.done:
                what.callbacks.append(self.wake)
                return
            value, error = what.value, what.error

    def wake(self, task):
        self.step(task.value, task.error)

    def set(self, value, error):
        self.done, self.value, self.error = True, value, error
        for callback in self.callbacks:
            self.loop.call_soon(callback, self)


class Loop:
    def __init__(self):
        self.now = 0.0
        self.ready = []
        self.timers = []
        self.serial = 0

    def call_soon(self, callback, *args):
        self.ready.append((callback, args))

    def call_later(self, delay, callback):
        self.serial += 1
        bisect.insort(self.timers, (self.now + delay, self.serial, callback))

    def create_task(self, coro):
        return Task(self, coro)

    def run(self, coro):
        main = Task(self, coro)
        while not main.done:
            if not self.ready and not self.timers:
                raise RuntimeError("deadlock")
            if not self.ready:
                self.now = self.timers[0][0]
            while self.timers and self.timers[0][0] <= self.now:
                self.call_soon(self.timers.pop(0)[2])
            batch, self.ready = self.ready, []
            for callback, args in batch:
                callback(*args)
        if main.error is not None:
            raise main.error
        return main.value
