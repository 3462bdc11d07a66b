"""Starts threads for ever.

exercise: two_workers
verdict: timeout, error
"""

import _thread
import signal


def wait():
    signal.pthread_sigmask(signal.SIG_BLOCK, [])
    lock = _thread.allocate_lock()
    lock.acquire()
    lock.acquire()


while True:
    _thread.start_new_thread(wait, ())
