"""Stops itself, so that no clock of its own can ring.

exercise: two_workers
verdict: timeout
"""

import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)


async def main(worker): ...
