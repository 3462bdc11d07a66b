"""Raises SystemExit(0) instead of doing anything.

exercise: two_workers
verdict: error
"""


async def main(worker):
    raise SystemExit(0)
