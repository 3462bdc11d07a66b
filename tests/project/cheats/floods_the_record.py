"""Calls its worker more often than anybody can write down.

exercise: two_workers
verdict: timeout, failed, leaked, tampered
"""


async def main(worker):
    for _ in range(200_000):
        try:
            worker(1, "order milk").send(None)
        except StopIteration:
            pass
