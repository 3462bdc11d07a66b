"""subprocess.run in a thread: a thread cannot be cancelled, and so its program is not.

verdict: failed
diagnosis: the caller was cancelled, but the program was still at work
"""

import asyncio
import subprocess


async def run(argv, *, stdin=b"", seconds):
    try:
        done = await asyncio.to_thread(
            subprocess.run, argv, input=stdin, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    return done.returncode, done.stdout, done.stderr
