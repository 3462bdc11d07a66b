"""Several processes that judge at once, forked from one that has loaded what judging needs.

Where nothing can fork, whoever asks starts several judges instead.
"""

import os
import selectors
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Sequence
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


def judge_in_shares(shares: Sequence[Sequence[T]], judge: Judge[T], results: BinaryIO, at_once: int) -> int:
    """Calls `judge(part, share, results)` in a process for each share; their whole lines come out at `results`.

    `at_once`: how many of these processes there may be at a time. The exit code: that of the first one that did not
    end with 0, or 0.
    """
    waiting = deque(enumerate(shares))
    workers: dict[int, _Worker] = {}
    code = 0
    signal.signal(signal.SIGTERM, lambda number, frame: _end(workers.values()))
    with selectors.DefaultSelector() as selector:
        while waiting or workers:
            while waiting and len(workers) < at_once:
                worker = _Worker(partial(judge, *waiting.popleft()), inherited=[*workers])
                workers[worker.reader] = worker
                selector.register(worker.reader, selectors.EVENT_READ)
            for key, _ in selector.select():
                worker = workers[key.fd]
                results.write(worker.whole_lines())
                results.flush()
                if worker.silent:
                    selector.unregister(key.fd)
                    del workers[key.fd]
                    ended = worker.exit_code()
                    code = code or ended
    return code


class _Worker:
    """A process that judges, and what comes from it: never a part of a line."""

    def __init__(self, judge: Callable[[BinaryIO], int], inherited: Sequence[int]) -> None:
        self.reader, writer = os.pipe()
        self.silent = False
        self._rest = b""
        self.pid = os.fork()
        if self.pid == 0:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            for descriptor in (self.reader, *inherited):  # or it would not notice that nobody reads any more
                os.close(descriptor)
            _work(judge, writer)
        os.close(writer)

    def whole_lines(self) -> bytes:
        data = os.read(self.reader, 1 << 16)
        self.silent = not data
        whole, newline, self._rest = (self._rest + data).rpartition(b"\n")
        return whole + newline

    def exit_code(self) -> int:
        """Waits for its end."""
        os.close(self.reader)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


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


def _end(workers: Iterable[_Worker]) -> None:
    for worker in workers:
        os.kill(worker.pid, signal.SIGKILL)
    os._exit(70)
