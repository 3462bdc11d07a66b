"""Each task is a generator around its coroutine, which keeps the outcome; the timers are a dict of lists."""

import types
from collections import deque


@types.coroutine
def sleep(seconds):
    yield ("sleep", seconds)


@types.coroutine
def join(task):
    return (yield ("join", task))


class Task:
    def __init__(self, coro):
        self.outcome = None
        self.joiners = deque()
        self.body = self.drive(coro)

    def drive(self, coro):
        send, value = coro.send, None
        while True:
            try:
                word, what = send(value)
            except StopIteration as stop:
                self.outcome = (None, stop.value)
                return
            except Exception as error:
                self.outcome = (error, None)
                return
            if word == "sleep":
                yield word, what
                send, value = coro.send, None
                continue
            if what.outcome is None:
                yield word, what
            error, value = what.outcome
            if error is not None:
                send, value = coro.throw, error
            else:
                send = coro.send


class Loop:
    def __init__(self):
        self.ready = deque()
        self.moments = {}
        self._now = 0

    @property
    def now(self):
        return self._now

    def create_task(self, coro):
        task = Task(coro)
        self.ready.append(task)
        return task

    def run(self, coro):
        main = self.create_task(coro)
        while main.outcome is None:
            while self.ready and main.outcome is None:
                self.let_run(self.ready.popleft())
            if main.outcome is None:
                if not self.moments:
                    raise RuntimeError("deadlock")
                self._now = min(self.moments)
                self.ready.extend(self.moments.pop(self._now))
        error, value = main.outcome
        if error is not None:
            raise error
        return value

    def let_run(self, task):
        request = next(task.body, None)
        if request is None:
            self.ready.extend(task.joiners)
        elif request[0] == "join":
            request[1].joiners.append(task)
        elif request[1]:
            self.moments.setdefault(self._now + request[1], []).append(task)
        else:
            self.ready.append(task)
