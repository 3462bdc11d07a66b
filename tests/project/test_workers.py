"""Shares of answers for the processes of one judge."""

import io
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import BinaryIO

import pytest

from kata.judge.workers import fair_shares, judge_in_shares


def test_shares_cost_about_the_same() -> None:
    costs = {"a": 22, "b": 9, "c": 16, "d": 12, "e": 13, "f": 12, "g": 9, "h": 18}
    shares = fair_shares(list(costs), 2, costs.__getitem__)
    assert sorted(name for share in shares for name in share) == sorted(costs)
    assert sorted(sum(costs[name] for name in share) for share in shares) == [55, 56]


def test_one_that_costs_more_than_all_others_has_a_share_of_its_own() -> None:
    assert fair_shares([1, 2, 90, 3], 2, lambda cost: cost) == [[90], [3, 2, 1]]


def test_nobody_is_left_without_an_answer() -> None:
    assert sorted(map(len, fair_shares("abc", 3, lambda answer: 0))) == [1, 1, 1]


def in_shares(shares: Sequence[Sequence[str]], at_once: int, seconds: float = 0) -> tuple[int, list[str]]:
    """The exit code and the lines of processes that say their number, their parent and each of their answers."""

    def judge(part: int, share: Sequence[str], results: BinaryIO) -> int:
        results.write(f"{part} begins\n".encode())
        results.flush()
        time.sleep(seconds)
        results.write("".join(f"{part} {answer}\n" for answer in share).encode())
        return {"bad": 3, "worse": 4}.get(share[0], 0)

    results = io.BytesIO()
    code = judge_in_shares(shares, judge, results, at_once)
    return code, results.getvalue().decode().splitlines()


@pytest.mark.parametrize("at_once", [1, 2, 4])
def test_each_share_is_judged_once_however_many_processes_there_may_be(at_once: int) -> None:
    code, lines = in_shares(["abc", "d", "ef", "g"], at_once)
    assert code == 0
    assert sorted(line for line in lines if "begins" not in line) == [
        "0 a",
        "0 b",
        "0 c",
        "1 d",
        "2 e",
        "2 f",
        "3 g",
    ]


def test_the_next_share_begins_when_one_has_ended() -> None:
    lines = in_shares(["a", "b", "c"], 1)[1]
    assert lines == ["0 begins", "0 a", "1 begins", "1 b", "2 begins", "2 c"]
    begun = in_shares(["a", "b", "c"], 3, seconds=0.5)[1][:3]
    assert sorted(begun) == ["0 begins", "1 begins", "2 begins"]


def test_the_exit_code_is_that_of_the_first_that_failed_and_the_others_go_on() -> None:
    code, lines = in_shares([["a"], ["bad"], ["worse"], ["b"]], 1)
    assert code == 3
    assert lines[-1] == "3 b"


def test_no_process_and_no_pipe_is_left() -> None:
    def judge(part: int, share: str, results: BinaryIO) -> int:
        results.write(f"{os.getpid()}\n".encode())
        return 3

    results = io.BytesIO()
    before = open_descriptors()
    judge_in_shares("abc", judge, results, 2)
    assert open_descriptors() <= before
    pids = [int(line) for line in results.getvalue().split()]
    assert len(pids) == 3
    for pid in pids:
        with pytest.raises(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)


def open_descriptors() -> set[int]:
    """Of this process, among the first few hundred."""
    found = set()
    for descriptor in range(300):
        with suppress(OSError):
            os.fstat(descriptor)
            found.add(descriptor)
    return found
