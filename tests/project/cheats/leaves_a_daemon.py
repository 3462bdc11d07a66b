"""Leaves a daemon behind, in a session of its own, which holds every descriptor and goes on for ever.

exercise: two_workers
verdict: failed
"""

import os
import signal
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
            signal.signal(number, signal.SIG_IGN)
        signal.setitimer(signal.ITIMER_REAL, 0)
        open("/tmp/kata-daemon-marker", "w").close()
        while True:
            signal.pause()
    os._exit(0)
time.sleep(0)


async def main(worker): ...
