"""Writes a trace with numbers that compare like nothing else.

exercise: two_workers
verdict: tampered
"""

import os

text = b'{"schema": "asyncio-kata/trace/1", "elapsed": NaN, "turns": 1e999, "ending": "returned"}'
for descriptor in range(3, 256):
    try:
        os.write(descriptor, b"%d\n" % len(text) + text)
    except OSError:
        pass
os._exit(0)
