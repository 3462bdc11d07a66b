"""Has a trace function that rewrites the local variables of whatever runs.

exercise: two_workers
verdict: error, failed
"""

import sys


def trace(frame, event, argument):
    if "start" in frame.f_locals:
        frame.f_locals["start"] = 0.0
    return trace


async def main(worker):
    sys.settrace(trace)
    await worker(1, "order milk")
    await worker(2, "order bread")
