"""One heap for all, by moment and running number: who is ready now has the moment of now."""

import heapq
import types


@types.coroutine
def sleep(seconds):
    yield ("sleep", seconds)


@types.coroutine
def join(task):
    return (yield ("join", task))


class Task:
    def __init__(self, coro):
        self.coro = coro
        self.outcome = None
        self.waiting = []


class Loop:
    def __init__(self):
        self.now = 0.0
        self.heap = []
        self.count = 0

    def schedule(self, delay, task, method, value):
        self.count += 1
        heapq.heappush(self.heap, (self.now + delay, self.count, task, method, value))

    def create_task(self, coro):
        task = Task(coro)
        self.schedule(0, task, coro.send, None)
        return task

    def run(self, coro):
        main = self.create_task(coro)
        while main.outcome is None:
            try:
                self.now, _, task, method, value = heapq.heappop(self.heap)
            except IndexError:
                raise RuntimeError("nobody will ever go on") from None
            self.advance(task, method, value)
        kind, value = main.outcome
        if kind == "error":
            raise value
        return value

    def advance(self, task, method, value):
        try:
            kind, what = method(value)
            while kind == "join" and what.outcome is not None:
                how, result = what.outcome
                kind, what = task.coro.throw(result) if how == "error" else task.coro.send(result)
        except StopIteration as stop:
            self.finish(task, "value", stop.value)
        except Exception as error:
            self.finish(task, "error", error)
        else:
            if kind == "sleep":
                self.schedule(what, task, task.coro.send, None)
            else:
                what.waiting.append(task)

    def finish(self, task, kind, value):
        task.outcome = kind, value
        for waiter in task.waiting:
            self.schedule(0, waiter, waiter.coro.throw if kind == "error" else waiter.coro.send, value)
