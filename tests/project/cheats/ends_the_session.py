"""Raises what ends a whole pytest session with code 0.

exercise: two_workers
verdict: error
"""


class Exit(Exception):
    returncode = 0


async def main(worker):
    raise Exit("all done")
