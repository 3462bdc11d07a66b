"""Blocks every signal and waits in a system call.

exercise: two_workers
verdict: timeout
"""

import select
import signal

signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
select.select([], [], [])
