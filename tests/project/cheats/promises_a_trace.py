"""Announces a long trace, and never writes it.

exercise: two_workers
verdict: timeout
"""

import os
import signal

signal.signal(signal.SIGALRM, signal.SIG_IGN)
for descriptor in range(3, 256):
    try:
        os.write(descriptor, b"9000000\n")
    except OSError:
        pass
while True:
    signal.pause()
