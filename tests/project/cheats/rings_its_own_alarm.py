"""Lets an alarm of its own end the run with code 0 in the middle of it.

exercise: two_workers
verdict: error
"""

import os
import signal

signal.signal(signal.SIGALRM, lambda number, frame: os._exit(0))
signal.setitimer(signal.ITIMER_REAL, 0.01)


async def main(worker):
    while True:
        await worker(1, "order milk")
