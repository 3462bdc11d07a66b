"""Asking the judges: processes that take answers as JSON on stdin and give one JSON line for each.

    with Bench(layout) as bench:
        bench.start_ahead(2)              # optional: they load while this process reads its arguments
        for answer, line in bench.judge(answers, seed=7):
            ...

This module is imported before anything heavy, so that the judges load while the rest of the command does.
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

from kata.front.errors import MachineryFailure
from kata.layout import Layout

VERDICTS = (
    "refused",
    "error",
    "unfinished",
    "tampered",
    "timeout",
    "deadlock",
    "spin",
    "blocked",
    "leaked",
    "failed",
    "passed",
)
"""Every verdict, the worst first; of several that apply, the first counts."""

FORKS = hasattr(os, "fork")
COMMAND = (sys.executable, "-P", "-m", "kata.judge")

# On the wall clock judges mostly wait, so more of them than there are cores still finish sooner.
_WAITING_JUDGES = 8
# Starting a judge costs about as much as judging this many answers.
_ANSWERS_WORTH_A_JUDGE = 3
_SILENCE_LIMIT = 300.0

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """One file to be judged as an answer to one exercise, on one clock ("virtual" or "wall").

    ``owner``, ``seed`` and ``kept`` (a file of runs from before) are for a class: see ``kata.judge.judging``.
    """

    exercise: str
    path: Path
    clock: str = "virtual"
    owner: str = ""
    seed: int | None = None
    kept: Path | None = None

    def request(self) -> dict[str, object]:
        """What a judge is told of it."""
        more = {"owner": self.owner or None, "seed": self.seed, "kept": self.kept and str(self.kept)}
        given = {name: value for name, value in more.items() if value is not None}
        return {"exercise": self.exercise, "path": str(self.path), **given}


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def judges_worth_starting(answers: int, processors: int, clock: str = "virtual") -> int:
    """How many judges finish so many answers soonest."""
    if clock == "wall":
        return min(_WAITING_JUDGES, answers)
    return min(processors, -(-answers // _ANSWERS_WORTH_A_JUDGE))


def shares(answers: Sequence[Answer], processors: int) -> list[list[Answer]]:
    """Split answers into a list for each judge: one clock each, answers to one exercise mostly together."""
    parts: list[list[Answer]] = []
    for clock in ("virtual", "wall"):
        group = [answer for answer in answers if answer.clock == clock]
        number = judges_worth_starting(len(group), processors, clock)
        cuts = [len(group) * part // number for part in range(number + 1)] if number else []
        parts.extend(group[start:end] for start, end in pairwise(cuts))
    return parts


def plan(answers: Sequence[Answer], processors: int, *, forks: bool) -> list[tuple[list[Answer], int]]:
    """The answers for each judge to start, and the number of processes it shall judge them in.

    Where a judge can fork it does so itself, once it has loaded all that judging needs.
    """
    parts = shares(answers, processors)
    if not forks:
        return [(part, 1) for part in parts]
    by_clock: dict[str, list[list[Answer]]] = {}
    for part in parts:
        by_clock.setdefault(part[0].clock, []).append(part)
    return [([answer for part in group for answer in part], len(group)) for group in by_clock.values()]


class Bench:
    """The judges of one command. Leaving the context stops those that still run."""

    def __init__(self, layout: Layout, command: Sequence[str] = COMMAND) -> None:
        self._layout = layout
        self._command = command
        self._waiting: list[_Judge] = []
        self._working: list[_Judge] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        for judge in [*self._waiting, *self._working]:
            judge.stop()

    def start_ahead(self, number: int) -> None:
        """Start judges that will be given their answers later."""
        if FORKS:
            self._waiting.append(self._start(min(number, cores())))
        else:
            self._waiting.extend(self._start() for _ in range(number))

    def _take(self, warm: int = 0) -> "_Judge":
        """A judge that waits for its answers, or a new one."""
        judge = self._waiting.pop() if self._waiting else self._start(warm)
        self._working.append(judge)
        return judge

    def _start(self, warm: int = 0) -> "_Judge":
        """A new judge, with so many warm players where it can fork them."""
        more = ("warm", str(warm)) if FORKS and warm else ()
        return _Judge((*self._command, *more), self._layout.root)

    def judge(self, answers: Sequence[Answer], seed: int, **wishes: object) -> Iterator[tuple[Answer, Line]]:
        """Hand all answers to the judges now, and yield each result line as it comes, in no particular order.

        ``wishes`` go into the request as they are: ``steps=True``, ``only=[names of tests]``.
        MachineryFailure when a judge cannot start, breaks off, or does not give one line for each answer.
        """
        results: _Results = queue.SimpleQueue()
        parts = plan(answers, cores(), forks=FORKS)
        for share, workers in parts:
            judge = self._take(workers)
            judge.ask(share, {**wishes, "seed": seed, "workers": workers}, results)
        return self._collect(results, len(parts))

    def judge_in_one(
        self, answers: Sequence[Answer], seed: int, **wishes: object
    ) -> Iterator[tuple[Answer, Line]]:
        """The same by a single judge, in the order that suits it."""
        results: _Results = queue.SimpleQueue()
        judge = self._take()
        judge.ask(list(answers), {**wishes, "seed": seed}, results)
        return self._collect(results, 1)

    def prepare(self, answer: Answer, seed: int) -> "Prepared":
        """Have a judge load all that judging this answer needs, but for the answer, and wait for the word."""
        results: _Results = queue.SimpleQueue()
        judge = self._take(warm=1)
        judge.ask([answer], {"seed": seed, "wait": True}, results)
        return Prepared(judge, lambda: self._collect(results, 1))

    def dismiss(self, prepared: "Prepared") -> None:
        """Stop this judge, whatever it is at."""
        prepared.judge.stop()
        if prepared.judge in self._working:
            self._working.remove(prepared.judge)

    def _collect(self, results: "_Results", running: int) -> Iterator[tuple[Answer, Line]]:
        while running:
            try:
                item = results.get(timeout=_SILENCE_LIMIT)
            except queue.Empty:
                raise MachineryFailure(f"The judge has said nothing for {_SILENCE_LIMIT:.0f} s.") from None
            if item is None:
                running -= 1
            elif isinstance(item, MachineryFailure):
                raise item
            else:
                yield item


_Results = queue.SimpleQueue[tuple[Answer, Line] | MachineryFailure | None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A judge that only waits for the word to read the answer and to judge it."""

    judge: "_Judge"
    _collect: Callable[[], Iterator[tuple[Answer, Line]]]

    def go(self) -> Iterator[tuple[Answer, Line]]:
        """Give the word, and yield the result line."""
        self.judge.go()
        return self._collect()


class _Judge:
    """One judge process: started early, asked once, read to its end by a thread."""

    def __init__(self, command: Sequence[str], root: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(root)}
        try:
            self._process = subprocess.Popen(
                command,
                cwd=root,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as error:
            raise MachineryFailure(f"The judge could not be started: {error.strerror}.") from None
        self._asked = threading.Event()
        self._last_words: deque[bytes] = deque(maxlen=12)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def ask(self, answers: list[Answer], wishes: Mapping[str, object], results: _Results) -> None:
        threading.Thread(target=self._work, args=(answers, wishes, results), daemon=True).start()

    def go(self) -> None:
        """Give the word to a judge that waits for it."""
        assert self._process.stdin is not None
        self._asked.wait()
        with contextlib.suppress(OSError):  # it has ended already, and its results say so
            self._process.stdin.write(b"\n")
            self._process.stdin.close()

    @property
    def ended(self) -> bool:
        """Whether its process is no more."""
        return self._process.poll() is not None

    def stop(self) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout=2)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def _listen(self) -> None:
        assert self._process.stderr is not None
        self._last_words.extend(self._process.stderr)

    def _work(self, answers: list[Answer], wishes: Mapping[str, object], results: _Results) -> None:
        try:
            for result in self._converse(answers, wishes):
                results.put(result)
            results.put(None)
        except MachineryFailure as failure:
            results.put(failure)

    def _converse(self, answers: list[Answer], wishes: Mapping[str, object]) -> Iterator[tuple[Answer, Line]]:
        assert self._process.stdin is not None and self._process.stdout is not None
        request = {
            **wishes,
            "clock": answers[0].clock,
            "answers": [answer.request() for answer in answers],
        }
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            if wishes.get("wait"):
                self._process.stdin.flush()
            else:
                self._process.stdin.close()
        except OSError:
            pass  # it has ended already: its exit code and its last words say why
        self._asked.set()
        open_answers = {(answer.exercise, str(answer.path)): answer for answer in answers}
        done = False
        for raw in self._process.stdout:
            line = self._read(raw)
            if line.get("ready") is True:
                continue
            if line.get("done") is True:
                done = True
                continue
            answer = open_answers.pop((str(line.get("exercise")), str(line.get("path"))), None)
            if answer is None or line.get("verdict") not in VERDICTS:
                raise self._failure("The judge gave a result that nobody asked for")
            yield answer, line
        code = self._process.wait()
        if code != 0:
            raise self._failure(f"The judge broke off with exit code {code}")
        if not done or open_answers:
            raise self._failure(f"The judge left out {len(open_answers)} of {len(answers)} answers")

    def _read(self, raw: bytes) -> Line:
        try:
            line = json.loads(raw)
        except ValueError:
            line = None
        if not isinstance(line, dict):
            raise self._failure("The judge printed something that is not a result")
        return line

    def _failure(self, sentence: str) -> MachineryFailure:
        if self._process.poll() is not None:
            self._listener.join(timeout=2)
        words = b"".join(self._last_words).decode("utf-8", "replace")
        return MachineryFailure(f"{sentence}; your answer is not to blame.", words)
