#: coding: unicode_escape
"""Declares a coding in which its comments are code: \\u000aimport os\\u000aos._exit(0)

exercise: two_workers
verdict: failed
"""

# \u000aimport os\u000aos._exit(0)


async def main(worker):
    await worker(1, "order milk")
