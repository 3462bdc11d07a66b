"""Write the event loop: pure Python, no asyncio.

An event loop is two collections and a loop around them. `_ready` holds the tasks that can go on now, first in, first
out. `_sleeping` is a heap: the earliest deadline is always in front. Its entries are ordered by the moment at which a
sleep is over, not by its length, and a running number decides between equal moments, so that tasks are never compared.

The heart is `_step`: send a value into the coroutine (or throw an error), and do what it asks for by what it yields.
Nothing here calls itself. A task that ends puts those who wait for it into the ready queue, and does not run them;
only the `while` of `run` runs anybody, so a thousand tasks in a row need no deeper stack than one.

Time is just a number. It moves in a single line, and only when nobody is ready. asyncio does the same, but waits in
that line, for the timer or for whatever the operating system reports first.
"""

import heapq
import itertools
import types
from collections import deque
from collections.abc import Coroutine, Generator
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@types.coroutine
def sleep(seconds: float) -> Generator[Any, Any, None]:
    yield ("sleep", seconds)


@types.coroutine
def join(task: "Task[T]") -> Generator[Any, Any, T]:
    return (yield ("join", task))  # type: ignore[no-any-return]


class Task(Generic[T]):
    """A coroutine on its way, what it goes on with next, and how it ended."""

    result: T

    def __init__(self, coro: Coroutine[Any, Any, T]) -> None:
        self.coro = coro
        self.resume_from: Task[Any] | None = None  # the task whose end it goes on with
        self.over = False
        self.error: Exception | None = None
        self.joined_by: list[Task[Any]] = []


class Loop:
    def __init__(self) -> None:
        self.now = 0.0
        self._ready: deque[Task[Any]] = deque()
        self._sleeping: list[tuple[float, int, Task[Any]]] = []
        self._numbers = itertools.count()

    def create_task(self, coro: Coroutine[Any, Any, T]) -> Task[T]:
        task = Task(coro)
        self._ready.append(task)
        return task

    def run(self, coro: Coroutine[Any, Any, T]) -> T:
        main = self.create_task(coro)
        while not main.over:
            if not self._ready:
                if not self._sleeping:
                    raise RuntimeError("deadlock: every task waits for another one")
                self.now, _, task = heapq.heappop(self._sleeping)
                self._ready.append(task)
            self._step(self._ready.popleft())
        if main.error is not None:
            raise main.error
        return main.result

    def _step(self, task: Task[Any]) -> None:
        """Lets a task run until it has to wait, or ends."""
        joined, task.resume_from = task.resume_from, None
        while True:
            try:
                if joined is None:
                    word, what = task.coro.send(None)
                elif joined.error is not None:
                    word, what = task.coro.throw(joined.error)
                else:
                    word, what = task.coro.send(joined.result)
            except StopIteration as stop:
                task.result = stop.value
                break
            except Exception as error:
                task.error = error
                break
            if word == "sleep":
                self._suspend(task, what)
                return
            joined = what
            if not joined.over:
                joined.joined_by.append(task)
                task.resume_from = joined
                return
        task.over = True
        self._ready.extend(task.joined_by)

    def _suspend(self, task: Task[Any], seconds: float) -> None:
        if seconds > 0:
            heapq.heappush(self._sleeping, (self.now + seconds, next(self._numbers), task))
        else:
            self._ready.append(task)


def demo(loop: Loop) -> Coroutine[Any, Any, None]:
    async def worker(what: str, seconds: float) -> str:
        print(f"{loop.now:g}: {what} starts")
        await sleep(seconds)
        print(f"{loop.now:g}: {what} is done")
        return what

    async def main() -> None:
        tasks = [loop.create_task(worker("milk", 1)), loop.create_task(worker("bread", 2))]
        print(f"{loop.now:g}: scheduled")
        for task in tasks:
            what = await join(task)
            print(f"{loop.now:g}: main has {what}")

    return main()


if __name__ == "__main__":
    loop = Loop()
    loop.run(demo(loop))
