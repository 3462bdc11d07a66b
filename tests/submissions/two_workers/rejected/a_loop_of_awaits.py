"""Collects coroutine objects, believing that they run already, and awaits them in a loop.

verdict: failed
diagnosis: the second worker only started when the first had finished
"""

async def main(worker):
    errands = [worker(1, "order milk"), worker(2, "order bread")]
    for errand in errands:
        await errand
