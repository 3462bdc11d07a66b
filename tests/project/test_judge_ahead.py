"""Runs in real time are played ahead: several at a time, each once, and the tests find them there."""

import asyncio
import os
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kata.front.judging import cores
from kata.judge.ahead import APART, HEAVY_FOR_A_PROCESSOR, Gate, Places, Rehearsal, rehearse
from kata.judge.answers import Answer
from kata.judge.players import Played, players
from kata.judge.run import Runner
from kata.judge.verdict import NotPassed

NAP = """
async def nap(exercise, record, seconds):
    await record.call(exercise.nap, seconds)
"""
RIGHT = "import asyncio\nasync def nap(seconds):\n    await asyncio.sleep(seconds)\n"
LEAVES = "import os\nasync def nap(seconds):\n    os._exit(3)\n"


class Watched:
    """Players that count how many of their runs are under way, and note when each begins."""

    def __init__(self) -> None:
        self._players = players()
        self.now = self.most = 0
        self.begun: list[float] = []

    def close(self) -> None:
        self._players.close()

    async def play(self, request: dict[str, Any], owner: str = "") -> Played:
        self.begun.append(time.monotonic())
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            return await self._players.play(request, owner)
        finally:
            self.now -= 1


class Desk:
    """An answer, and runners for tests of it."""

    def __init__(self, folder: Path, source: str) -> None:
        self.scenarios, path = folder / "naps.py", folder / "answer.py"
        self.scenarios.write_text(NAP)
        path.write_text(source)
        self.answer, self.players = Answer("answer", path), Watched()

    def runner(self) -> Runner:
        return Runner(self.answer, self.scenarios, "wall", self.players)  # type: ignore[arg-type]

    def rehearse(self, *naps: float, at_once: int) -> None:
        self.pass_gate(Gate(at_once), *naps)

    def pass_gate(self, gate: Gate, *naps: float) -> None:
        rehearse(self.answer, [Rehearsal(self.a_test, {"seconds": nap}) for nap in naps], gate)

    async def a_test(self, seconds: float) -> None:
        await self.runner()("nap", seconds=seconds)
        raise AssertionError("nobody listens")


@pytest.fixture
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Any:
    desk = Desk(tmp_path, getattr(request, "param", RIGHT))
    yield desk
    desk.players.close()


@pytest.mark.parametrize(("at_once", "most"), [(1, 1), (3, 3), (9, 4)])
def test_so_many_runs_are_under_way_at_once(desk: Desk, at_once: int, most: int) -> None:
    desk.rehearse(0.3, 0.31, 0.32, 0.33, at_once=at_once)
    assert (desk.players.most, desk.answer.played) == (most, 4)
    assert all(later - one >= APART for one, later in pairwise(desk.players.begun))


def test_places_are_shared_with_other_processes(desk: Desk) -> None:
    places = Places(2)
    pid = os.fork()
    if pid == 0:
        try:
            asyncio.run(places.acquire())  # and keeps it
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
    desk.pass_gate(Gate(4, places), 0.2, 0.21, 0.22)
    assert (desk.players.most, desk.answer.played) == (1, 3)
    asyncio.run(asyncio.wait_for(places.acquire(), 5))  # it was given back


def test_a_judge_beside_others_takes_no_more_places_than_its_processors_have() -> None:
    assert Places.for_heavy_runs(1).number == HEAVY_FOR_A_PROCESSOR
    assert Places.for_heavy_runs().number == HEAVY_FOR_A_PROCESSOR * cores()


def test_a_run_is_played_once_for_all_that_ask_for_it(desk: Desk) -> None:
    desk.rehearse(0.1, 0.1, 0.1, at_once=3)
    trace = asyncio.run(desk.runner()("nap", seconds=0.1))
    assert trace.ending == "returned"
    assert (desk.players.most, desk.answer.played) == (1, 1)


@pytest.mark.parametrize("desk", [LEAVES], indirect=True)
def test_the_test_that_loses_the_answer_says_so_itself(desk: Desk) -> None:
    desk.rehearse(0.1, 0.2, 0.3, at_once=1)
    assert (desk.answer.played, desk.answer.lost) == (1, None)
    with pytest.raises(NotPassed) as lost:
        asyncio.run(desk.runner()("nap", seconds=0.1))
    assert lost.value.verdict == "error"
    assert desk.answer.lost is lost.value


@pytest.mark.parametrize("desk", [RIGHT + "    raise ValueError(seconds)\n"], indirect=True)
def test_of_runs_that_overlap_the_first_that_was_asked_for_is_heard_first(desk: Desk) -> None:
    async def a_test() -> None:
        run = desk.runner()
        await asyncio.gather(*(run("nap", seconds=seconds) for seconds in (0.5, 0.05, 0.2)))

    with pytest.raises(NotPassed) as heard:
        asyncio.run(a_test())
    assert "0.5" in heard.value.sentence
    assert desk.players.most == 3
