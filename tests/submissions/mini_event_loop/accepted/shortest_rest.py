"""Everybody who sleeps has a rest of seconds, which shrinks as time goes on; a generator is the loop."""

import types
from collections import deque


@types.coroutine
def sleep(seconds):
    yield ("sleep", seconds)


@types.coroutine
def join(task):
    return (yield ("join", task))


class Task:
    waiting = ()

    def __init__(self, coro):
        self.coro = coro
        self.waiting = []
        self.ending = []


class Loop:
    def __init__(self):
        self.now = 0.0
        self.line = deque()
        self.rests = {}

    def create_task(self, coro):
        task = Task(coro)
        self.line.append((task, None))
        return task

    def run(self, coro):
        main = self.create_task(coro)
        for task, joined in self.turns():
            self.turn(task, joined)
            if main.ending:
                break
        else:
            raise RuntimeError("everybody waits")
        value, error = main.ending
        if error:
            raise error
        return value

    def turns(self):
        while self.line or self.rests:
            if not self.line:
                jump = min(self.rests.values())
                self.now += jump
                for task, rest in list(self.rests.items()):
                    self.rests[task] = rest - jump
                    if rest <= jump:
                        del self.rests[task]
                        self.line.append((task, None))
            yield self.line.popleft()

    def turn(self, task, joined):
        try:
            while True:
                value, error = joined.ending if joined else (None, None)
                word, what = task.coro.throw(error) if error is not None else task.coro.send(value)
                if word == "sleep":
                    if what:
                        self.rests[task] = what
                    else:
                        self.line.append((task, None))
                    return
                joined = what
                if not joined.ending:
                    joined.waiting.append(task)
                    return
        except StopIteration as stop:
            task.ending = stop.value, None
        except Exception as error:
            task.ending = None, error
        self.line.extend((waiter, task) for waiter in task.waiting)
