"""Has something called at exit that prints a report and leaves with code 0.

exercise: two_workers
verdict: error
"""

import atexit
import os


def leave():
    print("5 passed in 0.01s", flush=True)
    os._exit(0)


atexit.register(leave)


async def main(worker):
    raise SystemExit
