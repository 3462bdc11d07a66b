"""Returns an object that raises at whatever is asked of it.

exercise: two_workers
verdict: error
"""


class Angry:
    def __getattribute__(self, name):
        raise SystemExit(0)


async def main(worker):
    return Angry()
