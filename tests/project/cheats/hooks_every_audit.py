"""Leaves as soon as the recorder does anything worth an audit.

exercise: two_workers
verdict: error
"""

import os
import sys


def hook(event, arguments):
    if event.startswith(("os.", "gc.", "socket.", "object.")):
        os._exit(0)


async def main(worker):
    sys.addaudithook(hook)
    open("/dev/null").close()
    os.listdir("/")
