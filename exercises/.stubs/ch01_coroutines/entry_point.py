"""asyncio.run and the missing await.

`run_all` gets a list of jobs. A job is a pair: a delay in seconds and a list of numbers to add up.
It does the jobs one after the other, in the given order, and gives back the list of the sums:

    run_all([(5, [1, 2]), (8, [3]), (2, [4, 5])])      gives [3, 3, 9] after 15 seconds

        job          starts    is done
        (5, [1, 2])   0 s        5 s
        (8, [3])      5 s       13 s
        (2, [4, 5])  13 s       15 s

As it stands, nothing is added up and nothing waits. Run this file and read what Python prints!

Change both functions so that
  * random_add is still a coroutine function: awaiting it takes `delay` seconds and gives the sum of
    `numbers`. The event loop is never blocked meanwhile, and a random_add that is cancelled stops;
  * run_all is still a plain function, because this is where your program begins: no event loop runs
    yet. It starts one event loop for all the jobs together and closes it before it returns
    (for an empty list it may do without). It can be called again later;
  * when a job raises an error, run_all raises that error, does not begin the jobs that are left,
    and closes the loop all the same.

Try it:  python exercises/ch01_coroutines/entry_point.py      (the jobs in there take 1.5 seconds)
"""

import asyncio
import time


async def random_add(delay: float, numbers: list[int]) -> int:
    asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs: list[tuple[float, list[int]]]) -> list[int]:
    return [random_add(delay, numbers) for delay, numbers in jobs]


if __name__ == "__main__":
    started = time.perf_counter()
    print(run_all([(0.5, [1, 2]), (0.8, [3]), (0.2, [4, 5])]))
    print(f"{time.perf_counter() - started:.1f} s")
