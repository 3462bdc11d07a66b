"""Has itself taken for the scenario's file in tracebacks and places.

exercise: two_workers
verdict: failed
"""

__file__ = "ch02_tasks/two_workers.py"
__name__ = "scenarios"


async def main(worker):
    await worker(1, "order milk")
    await worker(2, "order bread")
