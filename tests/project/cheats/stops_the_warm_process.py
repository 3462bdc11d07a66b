"""Stops the process that it was forked from, so that the judge waits for it.

exercise: two_workers
verdict: error
"""

import os
import signal

os.kill(os.getppid(), signal.SIGSTOP)
os.kill(os.getpid(), signal.SIGSTOP)


async def main(worker): ...
