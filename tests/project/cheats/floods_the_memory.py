"""Takes memory until there is none.

exercise: two_workers
verdict: timeout, error
"""

kept = []
while True:
    kept.append(bytearray(16 << 20))
