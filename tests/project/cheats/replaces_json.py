"""Replaces json.dumps by a function that writes another trace.

exercise: two_workers
verdict: failed
"""

import json

json.dumps = lambda data, **options: '{"ending": "returned"}'


async def main(worker):
    await worker(1, "order milk")
