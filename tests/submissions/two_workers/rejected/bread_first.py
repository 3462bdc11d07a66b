"""Believes that the order of two awaits makes the difference.

verdict: failed
diagnosis: the second worker only started when the first had finished
"""

async def main(worker):
    await worker(2, "order bread")
    await worker(1, "order milk")
