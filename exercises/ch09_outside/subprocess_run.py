"""Run a program: with its input, with a time limit, and without a deadlock.

run(argv, stdin=..., seconds=...) starts a program and returns a tuple of three when the program has ended:
its exit code, all that it wrote to its standard output, and all that it wrote to its standard error.

  * argv[0] is the program, the rest are its arguments. Each of them arrives as it is, for there is no shell in
    between: a space, a quote, a ; or a * means nothing special;
  * the program reads `stdin` from its standard input, and after that the end of the file. A program need not
    read: one that ends without having read its input is as good as any other;
  * what it writes are bytes, any bytes and any number of them, to both outputs and in any order. A pipe holds
    some 64 KB: a program that writes more is stopped until somebody reads, and it may do so while half
    of its input is still on the way;
  * an exit code other than 0 is no error of run, but a result. A program that was ended by signal n has the
    exit code -n;
  * the event loop is free meanwhile, and several programs can run at the same time;
  * if the program has not ended after `seconds`, TimeoutError comes out; if the caller is cancelled, CancelledError;
  * however run ends, by then the program has ended, too, and has been waited for, so that nothing is left of it
    in the system's table of processes. A program may well ignore a polite request to end (SIGTERM);
  * if there is no such program, the FileNotFoundError comes out.

The programs start no others, and those that have to be ended are not in the middle of writing. You need not be
ready for a caller who cancels twice.

Try it:  python exercises/ch09_outside/subprocess_run.py
"""

import asyncio
import sys
from collections.abc import Sequence


async def run(argv: Sequence[str], *, stdin: bytes = b"", seconds: float) -> tuple[int, bytes, bytes]:
    raise NotImplementedError


SHOUT = "import sys; print(sys.stdin.read().upper()); sys.exit(3)"
SLEEP = "import time; time.sleep(60)"


async def demo() -> None:
    print("shout:", await run([sys.executable, "-c", SHOUT], stdin=b"how do you do", seconds=10))
    try:
        await run([sys.executable, "-c", SLEEP], seconds=1)
    except TimeoutError:
        print("sleep: no end within a second")


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: run.")
