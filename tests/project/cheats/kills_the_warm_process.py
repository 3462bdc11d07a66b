"""Kills the process that it was forked from.

exercise: two_workers
verdict: error
"""

import os
import signal

os.kill(os.getppid(), signal.SIGKILL)


async def main(worker): ...
