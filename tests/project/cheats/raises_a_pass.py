"""Raises an exception that says that it has passed.

exercise: two_workers
verdict: error
"""


class NotPassed(AssertionError):
    verdict = "passed"
    sentence = None
    outcome = "passed"


async def main(worker):
    raise NotPassed("passed")
