"""Run a program: with its input, with a time limit, and without a deadlock.

Between two processes with three pipes between them, each can wait for the other: the program for somebody who reads
its errors, and we for the end of its output. `communicate()` writes and reads all three at the same time, so whichever
pipe the program is stopped at, somebody is there. Nothing else that is as short does that.

A program is not part of the task that started it. When the limit passes, or when the caller is cancelled, only the
waiting ends; the program goes on until somebody kills it. `finally` sees every way out. kill() asks the system, which
takes a moment, and then keeps the exit code until it has been asked for: hence the second `communicate()`, which
waits for that. It also reads what is still in the pipes, which `wait()` would not, and some versions of Python wait
until they are empty.
"""

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import Sequence


async def run(argv: Sequence[str], *, stdin: bytes = b"", seconds: float) -> tuple[int, bytes, bytes]:
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            out, err = await process.communicate(stdin)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    assert process.returncode is not None
    return process.returncode, out, err


SHOUT = "import sys; print(sys.stdin.read().upper()); sys.exit(3)"
SLEEP = "import time; time.sleep(60)"


async def demo() -> None:
    print("shout:", await run([sys.executable, "-c", SHOUT], stdin=b"how do you do", seconds=10))
    try:
        await run([sys.executable, "-c", SLEEP], seconds=1)
    except TimeoutError:
        print("sleep: no end within a second")


if __name__ == "__main__":
    asyncio.run(demo())
