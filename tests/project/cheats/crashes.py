"""Crashes the interpreter.

exercise: two_workers
verdict: error
"""

import ctypes

ctypes.string_at(0)
