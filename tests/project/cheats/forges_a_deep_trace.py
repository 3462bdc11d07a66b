"""Writes a trace so deeply nested that a careless reader dies of it.

exercise: two_workers
verdict: tampered
"""

import os

text = b"[" * 200_000
for descriptor in range(3, 256):
    try:
        rest = b"%d\n" % len(text) + text
        while rest:
            rest = rest[os.write(descriptor, rest):]
    except OSError:
        pass
os._exit(0)
