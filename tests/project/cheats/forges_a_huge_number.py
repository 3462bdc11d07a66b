"""Writes a trace with a number of so many digits that reading it takes for ever.

exercise: two_workers
verdict: tampered
"""

import os

text = b'{"turns": ' + b"9" * 5_000_000 + b"}"
for descriptor in range(3, 256):
    try:
        rest = b"%d\n" % len(text) + text
        while rest:
            rest = rest[os.write(descriptor, rest):]
    except OSError:
        pass
os._exit(0)
