"""Rounds each moment to a thousandth of a second, against the errors of floats.

verdict: failed
diagnosis: a sleep is over at its own moment, however short it is
"""

import heapq
import itertools
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
        self.coro = coro
        self.over = False
        self.result = None
        self.error = None
        self.waiting = []
        self.joining = None


class Loop:
    def __init__(self):
        self.now = 0.0
        self.ready = deque()
        self.sleeping = []
        self.number = itertools.count()

    def create_task(self, coro):
        task = Task(coro)
        self.ready.append(task)
        return task

    def run(self, coro):
        main = self.create_task(coro)
        while not main.over:
            if not self.ready:
                if not self.sleeping:
                    raise RuntimeError("deadlock")
                self.now, _, task = heapq.heappop(self.sleeping)
                self.ready.append(task)
            self.step(self.ready.popleft())
        if main.error is not None:
            raise main.error
        return main.result

    def step(self, task):
        joined, task.joining = task.joining, None
        while True:
            try:
                if joined is not None and joined.error is not None:
                    kind, what = task.coro.throw(joined.error)
                else:
                    kind, what = task.coro.send(joined.result if joined is not None else None)
            except StopIteration as stop:
                task.result = stop.value
                return self.end(task)
            except Exception as error:
                task.error = error
                return self.end(task)
            if kind == "sleep":
                return self.suspend(task, what)
            joined = what
            if not joined.over:
                joined.waiting.append(task)
                task.joining = joined
                return None

    def end(self, task):
        task.over = True
        self.ready.extend(task.waiting)

    def suspend(self, task, seconds):
        if seconds > 0:
            heapq.heappush(self.sleeping, (round(self.now + seconds, 3), next(self.number), task))
        else:
            self.ready.append(task)
