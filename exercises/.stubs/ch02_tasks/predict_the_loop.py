'''Predict the loop: say what a program will do, before you run it.

Four small programs and thirty claims. Work each one out: the functions compute their answer, they
take no time and start no event loop. (To check yourself, run the programs in a file of your own.)
No two jobs of a program end in the same instant; a delay may be 0, for one of the jobs.

timetable(delays, concurrent)        `job(delay)` does nothing but `await asyncio.sleep(delay)`.
    False:  for delay in delays: await job(delay)
    True:   await asyncio.gather(*[job(delay) for delay in delays])
  One row for each job, in the order of `delays`: when it starts, when it finishes (in seconds), and
  its place among those that finish: 1 for the first to finish. No delays, no rows.

program_03(delay1, delay2)           The printed lines, in order:
    async def worker(delay, name):
        print(f"{name} start"); await asyncio.sleep(delay); print(f"{name} done")
    async def main():
        task1 = asyncio.create_task(worker(delay1, "milk"))
        task2 = asyncio.create_task(worker(delay2, "bread"))
        print("scheduled")
        await task1; print("main: task1")
        await task2; print("main: task2")

late_or_early(n, own, other, as_tasks)    The printed number, and the seconds that main() takes:
    async def main():                     # run by asyncio.run(main())
        requests = [asyncio.sleep(own) for _ in range(n)]
        if as_tasks: requests = [asyncio.create_task(request) for request in requests]
        print(len(asyncio.all_tasks()))
        await asyncio.sleep(other)
        await asyncio.gather(*requests)

PROGRAM_AB                           The printed lines, in order, of asyncio.gather(A(), B()):
    async def A(): print("a"); print("b"); await C(); print("d")
    async def B(): print("x"); print("y")
    async def C(): print("c start"); await asyncio.sleep(1); print("c done")

CLAIMS                               Write True or False for each None.

Try it:  python exercises/ch02_tasks/predict_the_loop.py
'''

from collections.abc import Sequence


def timetable(delays: Sequence[float], *, concurrent: bool) -> list[tuple[float, float, int]]:
    raise NotImplementedError


def program_03(delay1: float, delay2: float) -> list[str]:
    raise NotImplementedError


def late_or_early(n: int, own: float, other: float, *, as_tasks: bool) -> tuple[int, float]:
    raise NotImplementedError


PROGRAM_AB: list[str] = []

CLAIMS: dict[str, bool | None] = {
    # coroutines, tasks and the loop
    "Calling a coroutine function runs its body.": None,
    "`await coroutine()` makes a task of the coroutine.": None,
    "Every `await` lets other tasks run.": None,
    "create_task(c) runs c up to its first await, and then returns.": None,
    "The event loop runs ready tasks in the order of their priority.": None,
    "The operating system decides which asyncio task runs next.": None,
    "The system may switch threads anywhere; a task hands over only where it awaits.": None,
    "A synchronous HTTP request in a coroutine lets other tasks run while it waits.": None,
    "The coroutines of one event loop run on several cores at the same time.": None,
    "Task is a subclass of Future.": None,
    "loop.create_task() takes any awaitable.": None,
    "ensure_future(f) gives back f itself when f is a future.": None,
    # the beginning and the end of a program
    "`await` may stand at the top level of a script.": None,
    "asyncio.run(main()) waits until every task has finished its work.": None,
    "When main() ends, asyncio.run cancels the tasks that are left, and waits for them to end.": None,
    "asyncio.run closes asynchronous generators that are still open.": None,
    "CancelledError is a subclass of Exception.": None,
    # several at once
    "gather() cancels the other tasks when one of them raises.": None,
    "A TaskGroup cancels its other tasks when one of them raises.": None,
    "A TaskGroup's block ends only when all of its tasks have ended.": None,
    "gather() gives the results in the order in which the tasks finish.": None,
    "With return_exceptions=True, gather() puts errors into the list of results.": None,
    # outside the loop
    "Each process of a ProcessPoolExecutor has its own interpreter and its own GIL.": None,
    "multiprocessing runs its work in threads.": None,
    "A process costs more memory than a task.": None,
    "The default build of Python 3.13 has no GIL.": None,
    # then and now
    "asyncio has been in the standard library since Python 3.3.": None,
    "The decorator @asyncio.coroutine still works in Python 3.11.": None,
    "asyncio.sleep(1, loop=loop) still works in Python 3.11.": None,
    "JavaScript in browsers runs on an event loop, too.": None,
}


if __name__ == "__main__":
    try:
        print("one by one:", timetable([5, 8, 2], concurrent=False))
        print("at once:   ", timetable([5, 8, 2], concurrent=True))
        print("program_03:", program_03(1, 2))
        print("coroutines:", late_or_early(5, 1, 2, as_tasks=False))
        print("tasks:     ", late_or_early(5, 1, 2, as_tasks=True))
    except NotImplementedError:
        print("Something is not written yet: look for NotImplementedError in this file.")
    print("claims without an answer:", list(CLAIMS.values()).count(None))
