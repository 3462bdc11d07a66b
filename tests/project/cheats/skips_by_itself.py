"""Raises an exception that is called like pytest's own for a skipped test.

exercise: two_workers
verdict: error
"""

import sys
import types


class Skipped(BaseException):
    allow_module_level = True
    msg = "skipped"


sys.modules["pytest"] = types.SimpleNamespace(skip=Skipped)


async def main(worker):
    raise Skipped("unconditional skip")
