"""Does without coroutines, as the program did before asyncio.

verdict: blocked
diagnosis: random_add is a plain `def`
"""

import time


def random_add(delay, numbers):
    time.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    return [random_add(delay, numbers) for delay, numbers in jobs]
