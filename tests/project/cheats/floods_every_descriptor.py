"""Writes without end to every descriptor but those of its output.

exercise: two_workers
verdict: tampered, timeout
"""

import os

BLOCK = b"0" * 65536
while True:
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, BLOCK)
        except OSError:
            pass
