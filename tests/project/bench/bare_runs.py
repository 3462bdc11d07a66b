"""What runs would cost without clock, record, trace or limits: fresh processes, each of which runs one coroutine.

They are forked from a Python that has loaded asyncio.

    python -m tests.project.bench.bare_runs RUNS
"""

import asyncio
import gc
import os
import sys
from typing import NoReturn

from kata.front.judging import cores


def main(runs: int) -> None:
    """Plays so many runs, in as many processes at once as there are processors."""
    asyncio.run(_suspends_once())
    gc.freeze()
    at_once = cores()
    workers = [_forked(range(part, runs, at_once)) for part in range(at_once)]
    for worker in workers:
        if os.waitpid(worker, 0)[1] != 0:
            sys.exit("A process ended before all its runs had been played.")


def _forked(runs: range) -> int:
    worker = os.fork()
    if worker == 0:
        _work(runs)
    return worker


def _work(runs: range) -> NoReturn:
    code = 1
    try:
        for _ in runs:
            run = os.fork()
            if run == 0:
                asyncio.run(_suspends_once())
                os._exit(0)
            os.waitpid(run, 0)
        code = 0
    finally:
        os._exit(code)


async def _suspends_once() -> None:
    await asyncio.sleep(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
