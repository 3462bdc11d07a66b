"""asyncio.run and the missing await.

A program has one door into asyncio, `asyncio.run`: it makes an event loop, runs one coroutine to its end,
closes the loop (after an error too) and returns the coroutine's value. So everything that awaits goes into
that one coroutine, and `run_all` calls `asyncio.run` once, not once per job.

Inside, `await random_add(...)` runs one job to its end before the next is even begun. `await` alone does
nothing at the same time: 5 + 8 + 2 seconds are 15, as they would be without asyncio.
"""

import asyncio
import time


async def random_add(delay: float, numbers: list[int]) -> int:
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs: list[tuple[float, list[int]]]) -> list[int]:
    async def main() -> list[int]:
        return [await random_add(delay, numbers) for delay, numbers in jobs]

    return asyncio.run(main())


if __name__ == "__main__":
    started = time.perf_counter()
    print(run_all([(0.5, [1, 2]), (0.8, [3]), (0.2, [4, 5])]))
    print(f"{time.perf_counter() - started:.1f} s")
