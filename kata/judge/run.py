"""The `run` fixture: plays a scenario with the answer under test and gives the trace."""

import asyncio
import hashlib
import json
import random
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from . import sentences
from .answers import Answer
from .players import Played, Players
from .reading import Unreadable, parse
from .trace import Permission, Trace
from .verdict import NotPassed, Verdict

DEADLINE = 20.0  # real seconds for a run on the virtual clock; a busy machine may need several for a spin
WALL_DEADLINE = 60.0
MOST_SWEPT = 60  # awaits at which a call is cancelled in turn

Explain = Callable[[Trace], str | None]


def no_explanation(trace: Trace) -> str | None:
    return None


@dataclass
class Runner:
    """`await run("scenario", **inputs)` plays a scenario of the exercise with the answer under test.

    Before a test sees the trace, the run is known to have come to its end without deadlock, spin or a blocked loop, and
    no call of the answer has raised. After a test, no run may have left tasks running or made Python complain, unless
    the test said so by `trace.allow(...)`. When one of these is not so, or the answer does not even compile, the test
    module's function `explain(trace)`, if it has one, is asked first for the sentence.

    `traces`: those of the runs so far, in the order in which they were asked for.
    """

    answer: Answer
    scenarios: Path
    clock: str
    players: Players
    explain: Explain = no_explanation
    rng: random.Random = field(default_factory=lambda: random.Random(0))
    steps: bool = False
    packages: list[str] = field(default_factory=list)
    permitted: set[Permission] = field(default_factory=set)
    traces: list[Trace] = field(default_factory=list)
    _latest: "asyncio.Future[None] | None" = None

    @cached_property
    def _source(self) -> str:
        """The text of the scenarios."""
        return self.scenarios.read_text("utf-8")

    @cached_property
    def _digest(self) -> str:
        """Which scenarios were played: a run with others is another run."""
        return hashlib.sha256(self._source.encode()).hexdigest()[:16]

    def allow(self, *permissions: Permission) -> "Runner":
        """Every run of this test may do that: `Trace.allow`, said before. Only here can a run be allowed to block.

        On the wall clock a busy machine can hold up any thread, the event loop's too, for longer than a blocked loop is
        worth a word. Tests of exercises about threads and processes allow it, and watch the loop with a heartbeat.
        """
        self.permitted.update(permissions)
        return self

    async def __call__(self, scenario: str, /, **inputs: Any) -> Trace:
        trace = await self.play(scenario, **inputs)
        for call in trace.calls:
            if call.error is not None:
                raise self._not_passed("error", trace, sentences.raised(call))
        return trace

    async def play(self, scenario: str, /, **inputs: Any) -> Trace:
        """The same, for a call that may return, raise or be cancelled."""
        return await self._play(scenario, inputs)

    async def sweep(self, scenario: str, /, **inputs: Any) -> list[Trace]:
        """Plays the scenario once for each await of its first call, which is cancelled there."""
        undisturbed = await self._play(scenario, inputs, sweep=0)
        awaits = min(undisturbed.calls[0].awaits or 0, MOST_SWEPT) if undisturbed.calls else 0
        return [await self._play(scenario, inputs, sweep=number) for number in range(1, awaits + 1)]

    async def shuffled(self, scenario: str, /, **inputs: Any) -> Trace:
        """The same as `play`, with another order wherever asyncio leaves the order inside one instant open."""
        return await self._play(scenario, inputs, shuffle=self.rng.randrange(1 << 32))

    async def _play(
        self, scenario: str, inputs: dict[str, Any], *, sweep: int | None = None, shuffle: int | None = None
    ) -> Trace:
        if self.answer.lost is not None:
            raise self.answer.lost
        options = {"sweep": sweep, "shuffle": shuffle, "steps": self.steps}
        key = json.dumps([scenario, inputs, options, self.clock, self._digest], sort_keys=True)
        before, heard = self._latest, asyncio.get_running_loop().create_future()
        self._latest = heard
        try:
            came = await self._came(key, self._request(scenario, inputs) | options)
            if before is not None:  # of runs that overlap, the first that was asked for is heard first
                await asyncio.wait([before])
            trace = Trace(self._read(came), scenario, inputs, key).allow(*self.permitted)
            self.traces.append(trace)
            self._check_ending(trace)
            return trace
        finally:
            heard.set_result(None)

    async def _came(self, key: str, request: dict[str, Any]) -> dict[str, Any]:
        """What comes back from a run. Tests that ask for the same run share it, one that is under way, too."""
        answer = self.answer
        while key in answer.under_way:
            await asyncio.wait([answer.under_way[key]])
        if key not in answer.runs:
            over = answer.under_way[key] = asyncio.get_running_loop().create_future()
            try:
                async with answer.gate or nullcontext():
                    if answer.lost is not None:
                        raise answer.lost
                    answer.played += 1
                    answer.runs[key] = record(await self.players.play(request, answer.owner))
            finally:
                del answer.under_way[key]
                over.set_result(None)
        came: dict[str, Any] = answer.runs[key]
        return came

    def _request(self, scenario: str, inputs: dict[str, Any]) -> dict[str, Any]:
        return {
            "answer": {
                "name": self.answer.exercise,
                "file": self.answer.path.name,
                "source": self.answer.source,
            },
            "scenario": {
                "name": scenario,
                "file": f"{self.scenarios.parent.name}/{self.scenarios.name}",  # unlike any answer's name
                "source": self._source,
            },
            "inputs": inputs,
            "packages": self.packages,
            "clock": self.clock,
            "deadline": WALL_DEADLINE if self.clock == "wall" else DEADLINE,
        }

    def _read(self, came: dict[str, Any]) -> dict[str, Any]:
        if came["unreadable"] is not None:
            raise self._lose("tampered", f"what came back is no trace: {came['unreadable']}")
        if came["trace"] is None:
            if came["killed_for"] is not None:
                raise self._lose("timeout", sentences.timed_out(came["killed_for"], None))
            raise self._lose("error", sentences.died(came["status"]))
        return {**came["trace"], "output": came["output"], "output_cut": came["output_cut"]}

    def _lose(self, verdict: Verdict, sentence: str) -> NotPassed:
        """The verdict on this run is the verdict on every other one: do not spend the time again."""
        self.answer.lost = NotPassed(verdict, sentence)
        return self.answer.lost

    def _check_ending(self, trace: Trace) -> None:
        error = trace.error_of_run
        for call in trace.calls:
            if call.error is not None and any(
                leaf.type == "NotImplementedError" for leaf in call.error.leaves()
            ):
                raise NotPassed("unfinished", sentences.unfinished(call.error.leaves()[0]))
        if trace.ending == "raised" and error is not None:
            if error.type == "NotImplementedError":
                raise NotPassed("unfinished", sentences.unfinished(error))
            stage = trace.data["stage"]
            if stage in ("compile", "import"):
                sentence = self.explain(trace) if stage == "compile" else None
                raise self._lose("error", sentence or sentences.no_import(stage, error))
            if stage == "missing":
                raise NotPassed("error", error.text)
            raise self._not_passed("error", trace, f"{error}{sentences.place(error.where)}")
        if trace.ending == "timeout":
            raise self._lose("timeout", sentences.timed_out(trace.data["reason"], trace.data["where"]))
        if trace.ending == "deadlock":
            raise self._not_passed("deadlock", trace, sentences.deadlock(trace))
        if trace.ending == "spin":
            raise self._not_passed("spin", trace, sentences.spin(trace))
        if trace.blocked and "blocked" not in trace.permitted:
            raise self._not_passed("blocked", trace, sentences.blocked(trace))

    def _not_passed(self, verdict: Verdict, trace: Trace, general: str) -> NotPassed:
        return NotPassed(verdict, self.explain(trace) or general)

    def check_what_is_left(self) -> None:
        """After a test: raises NotPassed("leaked") for the first run that left something behind."""
        for trace in self.traces:
            sentence = leak(trace)
            if sentence is not None:
                raise self._not_passed("leaked", trace, sentence)

    def verdict_on_failure(self) -> Verdict:
        """The verdict on a test whose own assertion failed."""
        return "leaked" if any(leak(trace) for trace in self.traces) else "failed"


def record(played: Played) -> dict[str, Any]:
    """What came back from a run as plain data, which may be kept and judged again; its trace has been checked."""
    came: dict[str, Any] = {
        "trace": None,
        "unreadable": None,
        "output": played.output,
        "output_cut": played.output_cut,
        "killed_for": played.killed_for,
        "status": played.status,
    }
    if played.trace is not None:
        try:
            data = parse(played.trace)
            Trace(data | {"output": ""}, "", {})  # its values must be readable, too
            came["trace"] = data
        except Unreadable as error:
            came["unreadable"] = str(error)
    return came


def leak(trace: Trace) -> str | None:
    """What this run left behind that it should not have, in a sentence."""
    if trace.leftovers and "leftovers" not in trace.permitted:
        return sentences.leftovers(trace)
    if "warnings" not in trace.permitted:
        if trace.warnings:
            order = ("never_awaited", "destroyed", "never_retrieved")
            kinds = {kind: rank for rank, kind in enumerate(order)}
            return sentences.complaint(min(trace.warnings, key=lambda warning: kinds.get(warning["kind"], 9)))
        if trace.loops["left_open"]:
            return sentences.left_open(trace)
    return None
