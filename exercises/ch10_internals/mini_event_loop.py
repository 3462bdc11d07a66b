"""Write the event loop: pure Python, no asyncio.

A coroutine object is run from outside. coro.send(value) runs it up to the next `yield` below all its awaits, and
gives what was yielded there; `value` becomes the value of that `yield` (the first time it must be None).
coro.throw(error) raises error there instead. When the coroutine returns, StopIteration comes out of both, with the
returned object as its `value`; what the coroutine raises comes out as it is.

sleep and join below are given; leave them as they are. What they yield is for the loop to understand:
  * `await sleep(seconds)` suspends the task for so many seconds.
  * `value = await join(task)` waits until the task is over, and gives what its coroutine returned, or raises what
    it raised, the very object. Several tasks may join the same one. If it is over already, the one who joins goes on
    at once and keeps its turn.

Write Loop (and Task, whose inside is your own affair):
  * loop.create_task(coro) makes a Task and puts it at the end of the ready queue. No line of coro runs yet.
  * loop.run(coro), called once on each loop, makes a task of coro, too, and lets tasks run until that one is over.
    Then it returns what coro returned, or raises what it raised. It does not wait for other tasks; what becomes of
    them is up to you.
  * The ready queue is first in, first out. The task in front runs until it sleeps, joins a task that is not over, or
    ends. sleep(0) puts it at the end of the queue. When a task ends, those who have joined it are put at the end,
    in the order in which they joined.
  * loop.now is the time in seconds, 0.0 at first. It is virtual: nobody really waits. While a task is ready, time
    stands still. When none is, it jumps to the moment at which the next sleep is over, and that task is ready.
    When several sleeps are over at the same moment, the order of those tasks is up to you.
  * A task that raises an Exception disturbs nobody but those who join it, or the caller of run.
  * When nobody is ready and nobody sleeps, but the coroutine of run is not over, run raises a RuntimeError.
There may be thousands of tasks, also in a row in which each joins the one before. Loops know nothing of each other.

Try it:  python exercises/ch10_internals/mini_event_loop.py
"""

import types
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
    pass


class Loop:
    now: float = 0.0

    def create_task(self, coro: Coroutine[Any, Any, T]) -> Task[T]:
        raise NotImplementedError

    def run(self, coro: Coroutine[Any, Any, T]) -> T:
        raise NotImplementedError


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
    program = demo(loop)
    try:
        loop.run(program)
    except NotImplementedError:
        print("There is no loop yet: write Loop.")
    program.close()
