"""subprocess.run in a coroutine.

verdict: failed
diagnosis: the program asked the event loop for something and got no answer: run had blocked the loop
"""

import subprocess


async def run(argv, *, stdin=b"", seconds):
    try:
        done = subprocess.run(argv, input=stdin, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    return done.returncode, done.stdout, done.stderr
