"""Announces a trace of a negative length.

exercise: two_workers
verdict: tampered
"""

import os

for descriptor in range(3, 256):
    try:
        os.write(descriptor, b"-5\n{}{}{}")
    except OSError:
        pass
os._exit(0)
