"""Raises KeyboardInterrupt, which stops a test run that is not careful.

exercise: two_workers
verdict: error
"""


async def main(worker):
    raise KeyboardInterrupt
