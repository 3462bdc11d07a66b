"""One run: load the answer, play one scenario with it, say what happened.

A request is a dict:

    answer    {"name", "file", "source"}: the module's name, its file name for messages, its text
    scenario  {"file", "source", "name"}: the scenario module and the function to play
              both with their "code" where they have been compiled
    inputs    keyword arguments for the scenario
    packages  folders from which packages may be imported, after the standard library; optional
    clock     "virtual" or "wall"
    deadline  real seconds for the run
    sweep     count the suspensions of the first call and cancel it at the n-th; 0: only count; null: neither
    shuffle   a seed for the order inside one instant; null: first in, first out
    steps     whether the steps of the event loop are written down

The trace is a dict of plain data; `ending` says how the run ended:

    returned  the scenario came to its end (what the answer returned or raised stands in `calls`)
    raised    the scenario itself could not go on: `error`, and `stage` "compile", "import", "missing" or "scenario"
    deadlock, spin, timeout   the run could not go on; `stuck` names the tasks
"""

import asyncio
import inspect
import json.encoder
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from selectors import BaseSelector
from types import CodeType, FrameType, ModuleType
from typing import Any, NoReturn

from .blocking import START_OF_A_THREAD, forked_children_leave
from .encode import Encoder
from .evidence import Evidence
from .limits import no_more_limits_on_time, when_out_of_time
from .loop import Loops, PacedLoop
from .record import Record
from .stage import Stage
from .steps import SteppedLoop, Steps
from .ties import Ties
from .timeline import Deadlock, Endless, Stopped, Timeline
from .where import Answer

SCHEMA = "asyncio-kata/trace/1"
LARGEST = 8 << 20
# Seconds below which a blocked loop is not worth a word, by whether the clock is virtual.
SHORTEST_BLOCK = {True: 0.0, False: 0.05}


class Missing(Exception):
    """The answer lacks a name that the exercise asks for."""


class Exercise:
    """The answer's module as a scenario sees it."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        try:
            return getattr(self._module, name)
        except AttributeError:
            raise Missing(f"the answer has no {name}") from None


class Run:
    """One scenario with one answer, on a stage that is set. `deliver` gets the finished trace and must not return."""

    def __init__(
        self, request: dict[str, Any], stage: Stage, deliver: Callable[[dict[str, Any]], NoReturn]
    ) -> None:
        self._request = request
        self._stage = stage
        self._deliver = deliver
        self._answer = Answer(request["answer"]["file"], request["answer"]["source"])
        self._timeline = stage.timeline
        self._timeline.on_stopped = self._stopped
        self._timeline.on_blocked = self._on_blocked
        self._steps = Steps(self._answer)
        if request["shuffle"] is not None:
            stage.ties.shuffle(request["shuffle"])
        self._loops = Loops(self._timeline, stage.ties, self._stepped_loop if request["steps"] else None)
        stage.new_loop = self._new_loop
        self._encoder = Encoder(lambda error: self._answer.raising(error.__traceback__))
        self._record = Record(self._timeline, self._answer, self._encoder, sweep=request["sweep"])
        self._evidence = Evidence(self._answer)
        self._blocked: list[dict[str, Any]] = []
        self._left_open = 0
        self._phase = "import"
        self._over = threading.Lock()

    def play(self) -> NoReturn:
        sys.path.extend(self._request.get("packages", ()))
        when_out_of_time(self._request["deadline"], self._out_of_time)
        with self._evidence.listening(), forked_children_leave(self._timeline):
            try:
                module = self._load_answer()
                scenario = self._load_scenario()
                self._phase = "running"
                self._timeline.origin = self._steps.origin = self._timeline.now
                self._play(scenario, Exercise(module))
            except _Failed as failed:
                no_more_limits_on_time()
                self._finish("raised", stage=failed.stage, error=failed.error)
            self._left_open = self._loops.left_open  # a loop closes itself when it is collected
            del scenario
            namespaces = [sys.modules.pop("scenarios").__dict__, module.__dict__]
            self._evidence.collect(self._encoder.known(), namespaces)
            no_more_limits_on_time()
            self._finish("returned")

    def _stepped_loop(self, timeline: Timeline, ties: Ties, selector: BaseSelector | None) -> PacedLoop:
        loop = SteppedLoop(timeline, ties, selector)
        loop.steps = self._steps
        return loop

    def _new_loop(self, selector: BaseSelector | None = None) -> asyncio.AbstractEventLoop:
        loop = self._loops.new_for_answer(selector)
        loop.set_exception_handler(self._evidence.heard_by_loop)
        return loop

    def _load_answer(self) -> ModuleType:
        answer = self._request["answer"]
        module = ModuleType(answer["name"])
        module.__file__ = answer["file"]
        try:
            code = answer.get("code") or compile_part(answer)
        except Exception as error:
            raise self._failed("compile", error) from None
        sys.modules[answer["name"]] = module
        try:
            exec(code, module.__dict__)
        except BaseException as error:
            raise self._failed("import", error) from None
        return module

    def _load_scenario(self) -> Callable[..., Any]:
        scenario = self._request["scenario"]
        module = ModuleType("scenarios")
        sys.modules["scenarios"] = module
        try:
            exec(scenario.get("code") or compile_part(scenario), module.__dict__)
            function: Callable[..., Any] = getattr(module, scenario["name"])
        except BaseException as error:
            raise self._failed("scenario", error) from None
        return function

    def _play(self, scenario: Callable[..., Any], exercise: Exercise) -> None:
        inputs = self._request["inputs"]
        try:
            if not inspect.iscoroutinefunction(scenario):
                scenario(exercise, self._record, **inputs)
                self._phase = "closing"
                return
            with asyncio.Runner(loop_factory=self._loops.new) as runner:
                runner.get_loop().set_exception_handler(self._evidence.heard_by_loop)
                runner.run(scenario(exercise, self._record, **inputs))
                self._phase = "closing"
        except Missing as error:
            raise self._failed("missing", error) from None
        except BaseException as error:
            raise self._failed("scenario", error) from None

    def _failed(self, stage: str, error: BaseException) -> "_Failed":
        encoded = self._encoder.error(error)
        if isinstance(error, SyntaxError):
            encoded["where"] = self._answer.line(error.lineno or 1, "")
            encoded["text"] = str(error.msg)[:500]
        return _Failed(stage, encoded)

    def _on_blocked(self, start: float, end: float, what: str) -> None:
        if asyncio._get_running_loop() is None or what == START_OF_A_THREAD:
            return
        where = self._answer.calling(sys._getframe(1))
        start, end = start - self._timeline.origin, end - self._timeline.origin
        last = self._blocked[-1] if self._blocked else None
        if last is not None and last["end"] == start and last["what"] == what and last["where"] == where:
            last["end"] = end
        elif end - start > SHORTEST_BLOCK[self._timeline.virtual] and len(self._blocked) < 1_000:
            self._blocked.append({"start": start, "end": end, "what": what, "where": where})

    def _stopped(self, why: Stopped) -> NoReturn:
        if isinstance(why, Deadlock):
            with suppress(Exception):
                self._evidence.look_for_the_fallen()
            self._finish("deadlock", stuck=self._stuck(), reason=str(why))
        if isinstance(why, Endless):
            self._finish("timeout", reason=str(why))
        self._finish("spin", stuck=self._turning(), reason=str(why))

    def _out_of_time(self, frame: FrameType | None, reason: str) -> NoReturn:
        self._finish("timeout", reason=reason, where=self._answer.calling(frame) if frame else None)

    def _stuck(self) -> list[dict[str, Any]]:
        """Every pending task, and every thread of the answer's that waits."""
        stuck = []
        for loop in self._loops.alive():
            tasks = sorted(asyncio.all_tasks(loop), key=lambda task: task.get_name())
            stuck += [self._answer.describe(task) for task in tasks]
        for identity, frame in sys._current_frames().items():
            where = self._answer.calling(frame)
            if where is not None:
                name = next((t.name for t in threading.enumerate() if t.ident == identity), "thread")
                main = identity == threading.main_thread().ident
                stuck.append(
                    {
                        "task": "the event loop's thread" if main else name,
                        "coroutine": where["function"],
                        "waits": "a blocking call",
                        "where": where,
                    }
                )
        return stuck[:100]

    def _turning(self) -> list[dict[str, Any]]:
        """The tasks that are ready again and again."""
        ready = []
        for loop in self._loops.alive():
            for handle in list(loop._ready):
                task = getattr(handle._callback, "__self__", None)
                if isinstance(task, asyncio.Task) and not task.done():
                    ready.append(self._answer.describe(task))
        return ready[:100]

    def _finish(self, ending: str, **more: Any) -> NoReturn:
        if not self._over.acquire(blocking=False):  # another thread is delivering already
            threading.Event().wait()
        record = self._record
        trace = {
            "schema": SCHEMA,
            "clock": self._request["clock"],
            "python": "{}.{}.{}".format(*sys.version_info[:3]),
            "ending": ending,
            "phase": self._phase,
            "elapsed": self._timeline.elapsed if self._phase != "import" else 0.0,
            "calls": record.calls,
            "spans": record.spans,
            "events": record.events,
            "steps": self._steps.entries,
            "cut": record.cut or self._steps.cut,
            "blocked": self._blocked,
            "warnings": self._evidence.complaints,
            "turns": self._timeline.turns,
            "loops": {"created": self._loops.created, "left_open": self._left_open},
            "stuck": [],
            "stage": None,
            "error": None,
            "reason": None,
            "where": None,
            **more,
        }
        self._deliver(trace)


class _Failed(Exception):
    def __init__(self, stage: str, error: dict[str, Any]) -> None:
        self.stage, self.error = stage, error


def compile_part(part: dict[str, Any]) -> CodeType:
    """The code of a request's answer, or of the module that its scenario is in."""
    return compile(part["source"], part["file"], "exec", dont_inherit=True)


def _dumps() -> Callable[[Any], str]:
    """`json.dumps` without any part that an answer could replace, where there is such a one."""
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return partial(json.dumps, allow_nan=False)
    quoted = json.encoder.encode_basestring_ascii
    encode: Callable[[Any, int], tuple[str, ...]] = make(
        None, None, quoted, None, ": ", ", ", False, False, False
    )
    join = "".join
    return lambda data: join(encode(data, 0))


def play(request: dict[str, Any], descriptor: int, stage: Stage | None = None) -> NoReturn:
    """Plays `request`, writes the trace to a descriptor (its length, a newline, JSON), and ends the process.

    `stage`: one that is set already. It is used if it has the clock that is asked for.
    """

    write, leave, flush = os.write, os._exit, (sys.stdout.flush, sys.stderr.flush)
    dumps = _dumps()

    def deliver(trace: dict[str, Any]) -> NoReturn:
        try:
            for stream in flush:
                with suppress(Exception):
                    stream()
            try:
                text = dumps(trace).encode()
            except Exception as error:
                text = dumps(
                    {"schema": SCHEMA, "ending": "unreadable", "reason": type(error).__name__}
                ).encode()
            if len(text) > LARGEST:
                text = dumps({"schema": SCHEMA, "ending": "unreadable", "reason": "too large"}).encode()
            rest = memoryview(b"%d\n" % len(text) + text)
            while rest:
                rest = rest[write(descriptor, rest) :]
        finally:  # nobody may be there to read it
            leave(0)

    virtual = request["clock"] == "virtual"
    if stage is not None and stage.timeline.virtual != virtual:
        stage.strike()
        stage = None
    Run(request, stage or Stage(virtual=virtual).set(), deliver).play()
