"""Forks for ever, and its children do.

exercise: two_workers
verdict: timeout
"""

import os

while True:
    try:
        os.fork()
    except OSError:
        pass
