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
from typing import Any, BinaryIO

Judge = Callable[[int, Sequence[Any], BinaryIO], int]


def can_fork() -> bool:
    return hasattr(os, "fork")


def judge_in_shares(answers: Sequence[Any], number: int, judge: Judge, results: BinaryIO) -> int:
    """Calls `judge(part, share, results)` in `number` forked processes; their whole lines come out at `results`.

    The exit code: that of the first one that did not end with 0, or 0.
    """
    readers: dict[int, bytes] = {}
    workers = []
    for part in range(number):
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            for inherited in (reader, *readers):  # or a worker would not notice that nobody reads any more
                os.close(inherited)
            _work(partial(judge, part, answers[part::number]), writer)
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
