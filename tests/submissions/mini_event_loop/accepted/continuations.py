"""No tasks in the queue, but functions that go on with one; an outcome is the name of a method and its argument."""

import bisect
import types


@types.coroutine
def sleep(seconds):
    yield ("sleep", seconds)


@types.coroutine
def join(task):
    return (yield ("join", task))


class Task:
    outcome = None

    def __init__(self):
        self.afterwards = []


class Loop:
    now = 0.0

    def __init__(self):
        self.queue = []
        self.served = 0
        self.timers = []

    def create_task(self, coro):
        task = Task()
        self.queue.append(lambda: self.go_on(task, coro, ("send", None)))
        return task

    def go_on(self, task, coro, outcome):
        while outcome is not None:
            method, argument = outcome
            try:
                kind, what = getattr(coro, method)(argument)
            except StopIteration as stop:
                task.outcome = ("send", stop.value)
            except BaseException as error:
                task.outcome = ("throw", error)
            if task.outcome is not None:
                self.queue += task.afterwards
                return
            outcome = what.outcome if kind == "join" else None
        if kind == "join":
            what.afterwards.append(lambda: self.go_on(task, coro, what.outcome))
        elif what:
            timer = (self.now + what, lambda: self.go_on(task, coro, ("send", None)))
            bisect.insort(self.timers, timer, key=lambda timer: timer[0])
        else:
            self.queue.append(lambda: self.go_on(task, coro, ("send", None)))

    def run(self, coro):
        main = self.create_task(coro)
        while main.outcome is None:
            if self.served < len(self.queue):
                self.served += 1
                self.queue[self.served - 1]()
            elif self.timers:
                self.now, wake = self.timers.pop(0)
                self.queue.append(wake)
            else:
                raise RuntimeError("nobody will ever go on")
        method, value = main.outcome
        if method == "throw":
            raise value
        return value
