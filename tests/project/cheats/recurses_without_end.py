"""Recurses until the stack is gone.

exercise: two_workers
verdict: timeout, error
"""

import sys

sys.setrecursionlimit(10**9)


def deeper(depth):
    return deeper(depth + 1) + repr(deeper)


async def main(worker):
    deeper(0)
