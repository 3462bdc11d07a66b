"""Kills every process that it may.

exercise: two_workers
verdict: error
"""

import os
import signal

for number in (signal.SIGTERM, signal.SIGKILL):
    try:
        os.kill(-1, number)
    except OSError:
        pass
    for pid in range(2, 400):
        if pid != os.getpid():
            try:
                os.kill(pid, number)
            except OSError:
                pass


async def main(worker): ...
