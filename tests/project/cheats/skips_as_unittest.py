"""Raises unittest's SkipTest.

exercise: two_workers
verdict: error
"""

from unittest import SkipTest


async def main(worker):
    raise SkipTest("not on this machine")
