"""Imports the tests and the judge to see what they want.

exercise: two_workers
verdict: error
"""

import sys

sys.path[:0] = ["/", "/kata", "/work", "."]
import tests.ch02_tasks.test_two_workers_hidden  # noqa: F401
from kata.judge import run  # noqa: F401


async def main(worker): ...
