"""Believes that two awaits in one line run together.

verdict: failed
diagnosis: the second worker only started when the first had finished
"""

async def main(worker):
    await worker(1, "order milk"), await worker(2, "order bread")
