"""Several processes that judge at once, forked from one that has loaded what judging needs.

Where nothing can fork, whoever asks starts several judges instead.
"""

import os
import selectors
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from typing import BinaryIO, TypeVar

T = TypeVar("T")
Judge = Callable[[int, Sequence[T], BinaryIO], int]


def can_fork() -> bool:
    return hasattr(os, "fork")


def fair_shares(answers: Sequence[T], number: int, cost: Callable[[T], int]) -> list[list[T]]:
    """So many lists that cost about the same, and each at least one answer, if there are enough of them."""
    shares: list[list[T]] = [[] for _ in range(number)]
    costs = [0] * number
    for answer in sorted(answers, key=cost, reverse=True):
        least = min(range(number), key=lambda part: (costs[part], len(shares[part])))
        shares[least].append(answer)
        costs[least] += cost(answer)
    return shares


def judge_in_shares(shares: Sequence[Sequence[T]], judge: Judge[T], results: BinaryIO) -> int:
    """Calls `judge(part, share, results)` in a process for each share; their whole lines come out at `results`.

    The exit code: that of the first one that did not end with 0, or 0.
    """
    readers: dict[int, bytes] = {}
    workers = []
    for part, share in enumerate(shares):
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            for inherited in (reader, *readers):  # or a worker would not notice that nobody reads any more
                os.close(inherited)
            _work(partial(judge, part, share), writer)
        os.close(writer)
        readers[reader] = b""
        workers.append(pid)
    signal.signal(signal.SIGTERM, lambda number, frame: _end(workers))
    _relay(readers, results)
    codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in workers]
    return next((code for code in codes if code), 0)


def _work(judge: Callable[[BinaryIO], int], writer: int) -> None:
    code = 70
    try:
        with open(writer, "wb") as results:
            code = judge(results)
        sys.stderr.flush()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _end(workers: list[int]) -> None:
    for pid in workers:
        os.kill(pid, signal.SIGKILL)
    os._exit(70)


def _relay(readers: dict[int, bytes], results: BinaryIO) -> None:
    """Passes on what comes from the workers, never a part of a line."""
    with selectors.DefaultSelector() as selector:
        for reader in readers:
            selector.register(reader, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                data = os.read(key.fd, 1 << 16)
                whole, newline, rest = (readers[key.fd] + data).rpartition(b"\n")
                readers[key.fd] = rest
                results.write(whole + newline)
                results.flush()
                if not data:
                    selector.unregister(key.fd)
                    os.close(key.fd)
