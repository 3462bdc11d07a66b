"""Prints for ever.

exercise: two_workers
verdict: timeout
"""


async def main(worker):
    while True:
        print("passed " * 1000)
